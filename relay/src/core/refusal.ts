/** Why the core will not do something. The rim turns `code` into a status. */
export type RefusalCode =
  | 'not_found'
  | 'invalid'
  | 'conflict'
  /** A question that has to be answered first has no answer. */
  | 'unanswered'
  | 'too_many'
  | 'forbidden'
  | 'unauthorized'
  /** The proof of who a user is: the page may have a fresh one. */
  | 'user_token_expired'
  | 'user_token_invalid'
  | 'undeliverable'

/** A request the core refuses, in words a person can act on. */
export class Refused extends Error {
  override name = 'Refused' as const

  readonly code: RefusalCode
  /** Where in the input it was. */
  readonly path: string | undefined

  constructor(code: RefusalCode, message: string, path?: string) {
    super(message)
    this.code = code
    this.path = path
  }
}
