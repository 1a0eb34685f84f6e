/** A request refused for how it came over HTTP, before anybody looked at what it asks. */
export class HttpRefusal extends Error {
  override name = 'HttpRefusal' as const

  readonly status: number
  /** To branch on, as in every refused request. */
  readonly code: string
  /** Seconds after which to try again. */
  readonly retryAfter: number | undefined

  constructor(status: number, code: string, message: string, retryAfter?: number) {
    super(message)
    this.status = status
    this.code = code
    this.retryAfter = retryAfter
  }
}
