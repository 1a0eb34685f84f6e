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
