import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Outcome } from '../core/channel.ts'

/** A server that takes mail. */
export interface SmtpOptions {
  /** `smtp://user:password@host:587`, or `smtps:` for TLS from the first byte. */
  url: string
  /** How long anything may take, in milliseconds. @default 20,000 */
  patienceMs?: number
}

export interface Parcel {
  envelope: { from?: string | false; to: string[] }
  bytes: Uint8Array
  /** Waited for once the server wants the mail, right before it gets it. Where it fails, the mail is not given. */
  handing?: (() => Promise<void>) | undefined
}

/** Longest time for one mail: well within an errand's lease. */
const PATIENCE_MS = 20_000

/** What went wrong, as nodemailer tells it. */
interface SmtpError extends Error {
  code?: string
  /** The server's own, when it has answered. */
  responseCode?: number
  /** What it was said in answer to. */
  command?: string
}

/**
 * Gives one mail to a server. Never throws.
 *
 * What fails before the server has asked for the mail itself is certain not to have arrived, and what it refuses is certain as
 * well. A connection lost after that leaves the outcome unknown.
 */
export async function sendBySmtp(options: SmtpOptions, parcel: Parcel): Promise<Outcome> {
  const patienceMs = options.patienceMs ?? PATIENCE_MS
  const connection = connectionTo(new URL(options.url), patienceMs)
  let isHanded = false
  // Read only once the server has said that it wants the mail.
  const bytes = Readable.from(
    (async function* () {
      await parcel.handing?.()
      isHanded = true
      yield Buffer.from(parcel.bytes)
    })()
  )
  try {
    const response = await inTime(
      patienceMs * 2,
      converse(connection, options, { ...parcel, bytes })
    )
    return { kind: 'accepted', providerId: response.slice(0, 200) }
  } catch (error) {
    return outcomeOf(error as SmtpError, isHanded)
  } finally {
    connection.close()
  }
}

function connectionTo({ protocol, hostname, port, username }: URL, patienceMs: number) {
  const host = hostname.replace(/^\[|\]$/g, '')
  const secure = protocol === 'smtps:'
  return new SMTPConnection({
    host,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    // A password goes over no open line but one within this machine.
    requireTLS: !secure && username !== '' && !isThisMachine(host),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs
  })
}

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.')

/** The whole of one conversation. Resolves with the server's last word. */
function converse(
  connection: SMTPConnection,
  { url }: SmtpOptions,
  { envelope, bytes }: { envelope: Parcel['envelope']; bytes: Readable }
): Promise<string> {
  const { username, password } = new URL(url)
  const credentials = { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  return new Promise((resolve, reject) => {
    connection.on('error', reject)
    connection.on('end', () => reject(new Error('The connection ended.')))
    const send = () =>
      connection.send({ from: envelope.from || '', to: envelope.to }, bytes, (error, info) =>
        error ? reject(error) : resolve(info?.response ?? '')
      )
    connection.connect(error => {
      if (error) return reject(error)
      if (username === '') return send()
      return connection.login({ credentials }, error => (error ? reject(error) : send()))
    })
  })
}

function inTime<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('It took too long.')), ms)
  return Promise.race([work, promise]).finally(() => clearTimeout(timer))
}

/** In words for a log: a server's answer may name the address, so only its number is kept. */
function outcomeOf(error: SmtpError, isHanded: boolean): Outcome {
  const { code = 'failed', responseCode, command } = error
  const reason = {
    code: String(responseCode ?? code),
    text: responseCode ? `The mail server answered ${responseCode}.` : `It broke off: ${code}.`
  }
  if (responseCode === undefined) return { kind: isHanded ? 'unknown' : 'unreachable', reason }
  if (responseCode < 500) return { kind: 'limited', reason }
  // A sender or a password that is refused is nothing the reader can mend.
  const isOurs = code === 'EAUTH' || command === 'MAIL FROM' || responseCode === 530
  return { kind: 'refused', why: isOurs ? 'account' : 'unreachable_person', reason }
}
