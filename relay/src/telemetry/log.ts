import { type DestinationStream, type LevelWithSilent, pino } from 'pino'

/** What may stand beside a log line: ids, codes, counts and durations. Never words of people, tokens or phone numbers. */
export type LogFields = Record<string, string | number | boolean | null | undefined>

/** The relay's log. An error's own words are kept out of it: see `describeError`. */
export interface Log {
  debug(message: string, fields?: LogFields): void
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, error?: unknown, fields?: LogFields): void
}

// A second net, should a field ever be named like this.
const SECRETS = [
  'token',
  'userToken',
  'userHash',
  'secret',
  'authorization',
  'text',
  'body',
  'number',
  'to',
  'from'
]

/** JSON lines on standard output, or wherever `destination` points. */
export function createLog(level: LevelWithSilent, destination?: DestinationStream): Log {
  const options = { level, base: null, redact: { paths: SECRETS, censor: '[redacted]' } }
  const logger = destination ? pino(options, destination) : pino(options)
  return {
    debug: (message, fields) => logger.debug(fields ?? {}, message),
    info: (message, fields) => logger.info(fields ?? {}, message),
    warn: (message, fields) => logger.warn(fields ?? {}, message),
    error: (message, error, fields) =>
      logger.error({ ...fields, ...(error === undefined ? {} : describeError(error)) }, message)
  }
}

/**
 * An error as the log may keep it. Its message is cleaned, because other people's code quotes its input:
 * `JSON.parse` repeats the body it could not read, and a database the value it refused.
 */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error }
  const { name, message, stack = '' } = error
  const code = 'code' in error ? String(error.code) : undefined
  const frames = stack.split('\n').filter(line => /^\s+at /.test(line))
  return { error: name, code, reason: withoutQuotes(message), stack: frames.slice(0, 8).join('\n') }
}

const withoutQuotes = (message: string): string =>
  message
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"')
    .replace(/\+?\d[\d\s().-]{5,}\d/g, '[number]')
    .slice(0, 300)
