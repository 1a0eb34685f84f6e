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

/** There was no answer. @throws {RelayError} */
export function unreachable(cause: unknown): never {
  throw new RelayError('unreachable', 'The relay could not be reached.', { cause })
}

/** Whether asking again later may help: no answer, too much at once, or the relay's own trouble. */
export const mayPass = ({ status }: RelayError): boolean =>
  status === 0 || status === 408 || status === 429 || status >= 500
