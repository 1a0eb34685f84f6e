import type { FileRef } from '@segue/sdk'

/** A file that is to go with the next message. */
export interface Attached {
  key: string
  file: File
  /** How much of it has been uploaded, from 0 to 1. */
  part: number
  /** Set once the relay has it. */
  ref?: FileRef
  /** Why the relay does not have it. */
  error?: string
}

/** The files the relay has, ready to be sent; undefined while any of them is still on its way, or has failed. */
export function readyFiles(files: readonly Attached[]): FileRef[] | undefined {
  const refs = files.flatMap(({ ref }) => ref ?? [])
  return refs.length === files.length ? refs : undefined
}

/** `240 kB`, `1.4 MB` */
export const sizeOf = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
