import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startMailbox } from '../../../demo/networks/mail/mailbox.ts'
import { createSmtpMailer } from '../../../relay/src/mail/index.ts'
import { transcript } from './transcripts.ts'

const now = () => Date.UTC(2026, 10, 21, 14)

async function open(options: Parameters<typeof startMailbox>[0] = {}) {
  const mailbox = await startMailbox(options)
  onTestFinished(mailbox.close)
  const at = (url: string) => createSmtpMailer({ url, patienceMs: 2000 }, { now })
  return { mailbox, at, mailer: at(mailbox.url) }
}

/** What a server says no with. */
const no = (responseCode: number) => Object.assign(new Error('no'), { responseCode })

/** A server that is as rude as a test says, once it has been told to send the mail. */
async function openRudeServer(hear: (line: string, socket: Socket) => string | undefined) {
  const server = createServer(socket => {
    socket.on('error', () => {})
    socket.write('220 rude\r\n')
    socket.on('data', data => {
      const answer = hear(String(data), socket)
      if (answer) socket.write(`${answer}\r\n`)
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

describe('a mail by SMTP', () => {
  it('arrives as plain text and as HTML, from the site’s name', async () => {
    const { mailbox, mailer } = await open()
    expect(await mailer.send(transcript())).toMatchObject({ kind: 'accepted' })
    const [mail] = mailbox.mails
    expect([mail?.from, mail?.to]).toEqual(['chat@norrsken.example', ['maja@post.example']])
    const { 'content-type': type, ...headers } = Object.fromEntries(mail!.headers)
    expect(type).toMatch(/^multipart\/alternative; boundary=/)
    expect(headers).toMatchInlineSnapshot(`
      {
        "auto-submitted": "auto-generated",
        "date": "Sat, 21 Nov 2026 14:00:00 +0000",
        "from": "Norrsken <chat@norrsken.example>",
        "message-id": "<mail-1@norrsken.example>",
        "mime-version": "1.0",
        "subject": "Your chat with Norrsken",
        "to": "maja@post.example",
        "x-auto-response-suppress": "All",
      }
    `)
    expect(mail?.parts.map(part => part.type)).toEqual(['text/plain', 'text/html'])
    expect(mail?.parts[0]?.text).toContain('    At 60°.')
    await expect(mail?.parts[1]?.text).toMatchFileSnapshot('transcript.html')
  })

  it('carries other letters in names and words', async () => {
    const { mailbox, mailer } = await open()
    const look = { name: 'متجر “Ø” 🌍' }
    await mailer.send(transcript({ look, language: 'ar' }))
    const [mail] = mailbox.mails
    expect(mail?.headers.get('subject')).toBe('محادثتك مع متجر “Ø” 🌍')
    expect(mail?.headers.get('from')).toContain('متجر “Ø” 🌍')
    expect(mail?.parts[0]?.text).toContain('أنت')
  })

  it('lets no name make a header or a recipient of its own', async () => {
    const { mailbox, mailer } = await open()
    const name = 'Shop\r\nBcc: all@evil.test\r\n\r\n<b>hi</b>" <x@evil.test>, y@evil.test'
    await mailer.send(transcript({ look: { name } }))
    const [mail] = mailbox.mails
    expect(mail?.to).toEqual(['maja@post.example'])
    expect([...mail!.headers.keys()]).not.toContain('bcc')
    expect(mail?.headers.get('from')).toMatch(/<chat@norrsken\.example>$/)
    expect(mail?.parts).toHaveLength(2)
  })

  it('signs in where it is told to, and keeps its password from open lines', async () => {
    const seen: unknown[] = []
    const { mailbox, at } = await open({
      authOptional: false,
      onAuth({ username, password }, _session, done) {
        seen.push([username, password])
        done(password === 'p@ss' ? null : no(535), { user: username })
      }
    })
    const url = (password: string) => mailbox.url.replace('//', `//kim:${password}@`)
    expect(await at(url('p%40ss')).send(transcript())).toMatchObject({ kind: 'accepted' })
    const refused = await at(url('wrong')).send(transcript())
    expect(refused).toMatchObject({ kind: 'refused', why: 'account' })
    expect(seen).toContainEqual(['kim', 'p@ss'])
  })

  it('is refused, put off, or not taken, as the server says', async () => {
    let answer = no(550)
    const { mailer } = await open({ onRcptTo: (_to, _session, done) => done(answer) })
    expect(await mailer.send(transcript())).toMatchObject({
      ...{ kind: 'refused', why: 'unreachable_person' },
      reason: { code: '550' }
    })
    answer = no(451)
    expect(await mailer.send(transcript())).toMatchObject({ kind: 'limited' })
    const { mailer: other } = await open({
      onMail() {
        throw no(554)
      }
    })
    expect(await other.send(transcript())).toMatchObject({ kind: 'refused' })
  })

  it('has not arrived where nobody listens, or the line breaks before it is asked for', async () => {
    const { mailbox, mailer } = await open()
    await mailbox.close()
    expect(await mailer.send(transcript())).toMatchObject({ kind: 'unreachable' })
    const url = await openRudeServer((line, socket) => {
      if (/^RCPT/m.test(line)) socket.destroy()
      return '250 yes'
    })
    const { at } = await open()
    expect(await at(url).send(transcript())).toMatchObject({ kind: 'unreachable' })
  })

  it('is given once it is known to be', async () => {
    const steps: string[] = []
    const { mailer } = await open({ onMail: () => void steps.push('given') })
    await mailer.send(transcript(), async () => void steps.push('known'))
    expect(steps).toEqual(['known', 'given'])
    const { mailbox, mailer: other } = await open()
    const failing = await other.send(transcript(), () => Promise.reject(new Error('full disk')))
    expect([failing.kind, mailbox.mails]).toEqual(['unreachable', []])
  })

  it('that cannot be written is not sent', async () => {
    const { mailbox, mailer } = await open()
    const outcome = await mailer.send(transcript({ timeZone: 'Nowhere/Else' }))
    expect(outcome).toMatchObject({ kind: 'refused', reason: { code: 'not_written' } })
    expect(mailbox.mails).toEqual([])
  })

  it('may have arrived when the line breaks after it was given', async () => {
    const url = await openRudeServer((line, socket) => {
      if (/^DATA/m.test(line)) return '354 go'
      if (!line.endsWith('\r\n.\r\n')) return '250 yes'
      socket.destroy()
      return undefined
    })
    const { at } = await open()
    expect(await at(url).send(transcript())).toMatchObject({ kind: 'unknown' })
  })
})
