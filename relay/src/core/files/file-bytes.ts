/** A part of a file: the first byte and the last one, both within it. */
export interface ByteRange {
  first: number
  last: number
}

/** Why no file can be kept, in words for whoever runs the relay: no bucket's name, and nothing that opens it. */
export interface FilesTrouble {
  /** What to mend: what the configuration says, or nothing but the place itself, which may come back. */
  mend: 'settings' | 'place'
  text: string
}

/** Bytes of pictures and documents, wherever they are kept. */
export interface Files {
  /**
   * Keeps them; once this resolves they survive a loss of power. They are there whole or not at all: when the
   * source breaks off, or anything else goes wrong, it rejects and nothing is left. What had this id is replaced.
   */
  put(id: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void>
  /**
   * The bytes, or a part of them; undefined when there is no such file. Ends early only by throwing.
   * Read it to its end, or leave the loop: that lets go of what it holds.
   */
  get(id: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array> | undefined>
  /** Forgets a file. None to forget is no mistake. */
  delete(id: string): Promise<void>
  /** Whether a file can be kept there now, found out by keeping a small one. Absent where nothing but the disk can refuse it. Never throws. */
  check?(): Promise<FilesTrouble | undefined>
}
