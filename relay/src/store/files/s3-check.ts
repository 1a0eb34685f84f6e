import { createHash } from 'node:crypto'
import type { FilesTrouble } from '../../core/files/file-bytes.ts'
import type { S3Settings } from '../../core/files/file-place.ts'
import { createS3Client, S3Error, type S3Timing } from './s3-client.ts'
import { putS3 } from './s3-put.ts'

/** The object that is kept to see whether any can be. It stays, and every check replaces it. */
const CHECK = 'segue-check'
const BYTES = 'ok'

/** How long the check may take, in milliseconds. */
const PATIENCE_MS = 5_000

/** What each of the store's own codes means for the configuration. */
const SETTINGS: ReadonlyMap<string, string> = new Map([
  ['InvalidAccessKeyId', 'It does not know files.accessKeyId.'],
  ['SignatureDoesNotMatch', 'files.secretAccessKey does not belong to files.accessKeyId.'],
  ['NoSuchBucket', 'There is no bucket of the name in files.store.'],
  ['PermanentRedirect', 'The bucket is in another region: set files.region.'],
  ['AuthorizationHeaderMalformed', 'The bucket is in another region: set files.region.'],
  ['IllegalLocationConstraintException', 'The bucket is in another region: set files.region.'],
  [
    'AccessDenied',
    'files.accessKeyId may not write there: it needs s3:PutObject, s3:GetObject and s3:DeleteObject.'
  ],
  ['RequestTimeTooSkewed', 'The clock of this machine is wrong.']
])

/** Keeps a small object, once and without patience, and says in words what is wrong if that fails. */
export async function checkS3(
  settings: S3Settings,
  timing: S3Timing
): Promise<FilesTrouble | undefined> {
  const answerMs = Math.min(timing.answerMs, PATIENCE_MS)
  const call = createS3Client(settings, { ...timing, answerMs, tries: 1 })
  const sha256 = createHash('sha256').update(BYTES).digest('hex')
  try {
    await putS3(call, { key: CHECK, blob: new Blob([BYTES]), sha256 })
    return undefined
  } catch (error) {
    return troubleOf(error)
  }
}

function troubleOf(error: unknown): FilesTrouble {
  if (!(error instanceof S3Error)) return { mend: 'place', text: 'It cannot be reached.' }
  const { status, code } = error
  if (status === 0) {
    // A name that nobody has is mistyped; a place that does not answer may be back in a minute.
    const cause = Object(Object(error.cause).cause)
    return cause.code === 'ENOTFOUND'
      ? { mend: 'settings', text: 'There is no such host: see files.endpoint and files.region.' }
      : { mend: 'place', text: 'It does not answer at files.endpoint.' }
  }
  const answered = `It answered ${[status, code].filter(Boolean).join(' ')}.`
  if (status >= 500 || status === 429 || status === 408) return { mend: 'place', text: answered }
  const known = SETTINGS.get(status === 404 ? 'NoSuchBucket' : code)
  const hint = known ?? (status < 400 ? SETTINGS.get('PermanentRedirect') : undefined)
  return {
    mend: 'settings',
    text: `${answered} ${hint ?? 'See files.store, files.endpoint and the keys.'}`
  }
}
