import type { Files, FilesTrouble } from './core/files/file-bytes.ts'
import { startUpkeep } from './upkeep.ts'

interface Log {
  info(message: string): void
  error(message: string, error?: unknown): void
}

/** Whether files can be kept, as far as it was found out. */
export interface FilesWatch {
  /** False as long as the configuration has to be mended. Waits for the first answer. */
  ready(): Promise<boolean>
  /** What is wrong, if anything is. */
  trouble(): string | undefined
  stop(): Promise<void>
}

/** How often a place that could not be used is tried again, in milliseconds. */
const AGAIN_MS = 30_000

/**
 * Tries the place of the files once on start, and again until it works: what is wrong is told before the first visitor finds out.
 * Nobody waits for it: a chat without files is better than none.
 */
export function watchFiles(
  files: Files,
  { log, againMs = AGAIN_MS }: { log: Log; againMs?: number }
): FilesWatch {
  let trouble: FilesTrouble | undefined

  const look = async () => {
    const found = await files.check?.()
    if (found && found.text !== trouble?.text) {
      log.error(`no file can be kept in the bucket of files.store. ${found.text}`)
    }
    if (trouble && !found) log.info('files can be kept')
    trouble = found
  }

  const first = look()
  const upkeep = startUpkeep(
    againMs,
    async () => {
      await first
      if (trouble) await look()
    },
    error => log.error('the place of the files could not be checked', error)
  )
  return {
    async ready() {
      await first
      return trouble?.mend !== 'settings'
    },
    trouble: () => trouble?.text,
    async stop() {
      await upkeep.stop()
      await first
    }
  }
}
