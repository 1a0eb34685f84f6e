/** What visitors may send beside text. */
export interface FileRules {
  /** Largest file, an agent's too, in bytes. */
  maxBytes: number
  /** Media types, by the first bytes of a file. None: visitors send no files. */
  kinds: readonly string[]
}
