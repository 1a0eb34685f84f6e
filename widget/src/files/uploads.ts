import type { RelayError } from '@segue/sdk'
import { atom } from 'nanostores'
import type { PanelContext } from '../components/context.ts'
import type { Attached } from './attached.ts'
import { sizeOf } from './attached.ts'

/** The protocol takes so many files in one message. */
const MOST = 10

export type Uploader = Pick<PanelContext, '$files' | 'chat' | 'conversation' | 'words'>

/** What went wrong last, and what has come through: said to everybody, and only to screen readers. */
export const $problem = atom('')
export const $told = atom('')

const running = new WeakMap<File, AbortController>()

/** Says it even when it is the same as before. */
function tell(store: typeof $told, text: string): void {
  store.set('')
  // A region is only heard when it was there, empty, before.
  setTimeout(() => store.set(text), 100)
}

const change = ({ $files }: Uploader, key: string, more: Partial<Attached>): void =>
  $files.set($files.get().map(one => (one.key === key ? { ...one, ...more } : one)))

/** Why a file cannot be sent, as far as can be told before it is. The relay looks at its bytes. */
function whyNot({ $files, conversation, words }: Uploader, { name, size, type }: File) {
  const { maxBytes = Infinity, kinds } = conversation.$session.get()?.files ?? {}
  if ($files.get().length >= MOST) return words.tooManyFiles
  if (size > maxBytes) return words.fileTooLarge({ name, size: sizeOf(maxBytes) })
  // What browsers do not know has no type: then it is the relay's to say.
  return kinds && type && !kinds.includes(type) ? words.fileKind({ name }) : undefined
}

/** Adds files to the next message, and begins to upload them. */
export function take(panel: Uploader, files: readonly File[]): void {
  let problem = ''
  for (const file of files) {
    const wrong = whyNot(panel, file)
    problem ||= wrong ?? ''
    if (wrong) continue
    const one: Attached = { key: crypto.randomUUID(), file, part: 0 }
    panel.$files.set([...panel.$files.get(), one])
    upload(panel, one)
  }
  if (files.length > 0) tell($problem, problem)
}

/** Uploads one of them, again where it has failed. */
export async function upload(panel: Uploader, { key, file }: Attached): Promise<void> {
  const { chat, words } = panel
  const { name } = file
  const abort = new AbortController()
  running.set(file, abort)
  panel.$files.set(panel.$files.get().map(one => (one.key === key ? { key, file, part: 0 } : one)))
  try {
    const progress = (part: number) => change(panel, key, { part })
    const ref = await chat.upload(file, { progress, signal: abort.signal })
    change(panel, key, { ref, part: 1 })
    tell($told, words.fileReady({ name }))
  } catch (cause) {
    if (abort.signal.aborted) return
    const { code } = cause as RelayError
    const error = whatHappened(panel, file, code)
    tell($problem, error)
    // Another try would end the same way.
    if (code === 'kind' || code === 'too_large' || code === 'invalid') remove(panel, { key, file })
    else change(panel, key, { error })
  }
}

function whatHappened({ conversation, words }: Uploader, { name }: File, code: string): string {
  const { maxBytes = 0 } = conversation.$session.get()?.files ?? {}
  if (code === 'kind' || code === 'invalid') return words.fileKind({ name })
  if (code === 'too_large') return words.fileTooLarge({ name, size: sizeOf(maxBytes) })
  return code === 'too_many' ? words.uploadLimited : words.uploadFailed({ name })
}

/** Takes a file out again, and ends its upload. */
export function remove(
  { $files }: Pick<Uploader, '$files'>,
  { key, file }: Pick<Attached, 'key' | 'file'>
): void {
  running.get(file)?.abort()
  $files.set($files.get().filter(one => one.key !== key))
}
