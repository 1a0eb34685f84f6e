/** The relay refused (its own code and status), or could not be reached (`unreachable`). */
export class RelayError extends Error {
  override name = 'RelayError' as const
  readonly code: string
  /** HTTP status; 0 when there was no answer. */
  readonly status: number

  constructor(code: string, message: string, options: ErrorOptions & { status?: number } = {}) {
    super(message, options)
    this.code = code
    this.status = options.status ?? 0
  }
}
