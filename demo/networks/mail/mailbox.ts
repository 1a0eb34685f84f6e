import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { type ReadMail, readMail } from './read-mail.ts'

/** A mail, and what it was sent in. */
export interface ReceivedMail extends ReadMail {
  from: string
  to: string[]
  at: number
  /** As it came, byte for byte. */
  raw: string
}

export interface Mailbox {
  /** What to set as `mail.smtp`. */
  url: string
  /** Oldest first. */
  mails: readonly ReceivedMail[]
  close(): Promise<void>
}

/** No more are kept. */
const MOST = 100

/** A mail server on the loopback interface that takes whatever it is given, unless told otherwise. */
export async function startMailbox({
  now = Date.now,
  onMail,
  ...options
}: SMTPServerOptions & {
  now?: () => number
  /** Before a mail is taken: what it throws, or never resolves, is the sender's answer. */
  onMail?(mail: ReceivedMail): Promise<void> | void
} = {}): Promise<Mailbox> {
  const mails: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 10,
    logger: false,
    async onData(stream, { envelope }, done) {
      try {
        const chunks: Buffer[] = []
        for await (const chunk of stream) chunks.push(chunk)
        const raw = Buffer.concat(chunks).toString('latin1')
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        const to = envelope.rcptTo.map(({ address }) => address)
        const mail = { ...readMail(raw), from, to, at: now(), raw }
        await onMail?.(mail)
        mails.push(mail)
        if (mails.length > MOST) mails.shift()
        done()
      } catch (error) {
        done(error as Error)
      }
    },
    ...options
  })
  // Whoever hangs up in the middle is no trouble of ours.
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise(resolve => server.close(() => resolve()))
  }
}
