import { join } from 'node:path'
import type { FilePlace } from '../core/files/file-place.ts'
import type { FilesConfig } from './schema.ts'

/** What is taken, and where it is kept. */
export interface FileSettings {
  place: FilePlace
  maxBytes: number
  kinds: readonly string[]
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** What people send in a chat and nothing that runs. */
const KINDS = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/heic',
  'application/pdf',
  'text/plain',
  `${OFFICE}.wordprocessingml.document`,
  `${OFFICE}.spreadsheetml.sheet`,
  `${OFFICE}.presentationml.presentation`,
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'video/mp4',
  'video/quicktime',
  'video/webm'
]

/** The files' part of a configuration that has been checked, its defaults filled in. */
export const fileSettingsOf = (files: FilesConfig, dataDir: string): FileSettings => ({
  place: placeOf(files, dataDir),
  maxBytes: files.maxBytes ?? 16 * 1024 * 1024,
  kinds: files.kinds ?? KINDS
})

function placeOf(
  { store, endpoint, region, accessKeyId = '', secretAccessKey = '' }: FilesConfig,
  dataDir: string
): FilePlace {
  if (!store?.startsWith('s3:')) {
    return { kind: 'folder', dir: store?.replace(/^folder:/, '') ?? join(dataDir, 'files') }
  }
  const [bucket = '', ...steps] = store.replace('s3://', '').split('/')
  return {
    kind: 's3',
    bucket,
    prefix: steps.filter(Boolean).join('/'),
    ...(endpoint ? { endpoint } : {}),
    ...(region ? { region } : {}),
    accessKeyId,
    secretAccessKey
  }
}
