import MailComposer from 'nodemailer/lib/mail-composer'
import type { Outcome } from '../core/channel.ts'
import type { Mailer, Transcript } from '../core/transcript/transcript.ts'
import { htmlOf } from './html.ts'
import { layOutMail } from './lay-out-mail.ts'
import { plainTextOf } from './plain-text.ts'
import { type SmtpOptions, sendBySmtp } from './send-by-smtp.ts'

/** Mails by one SMTP server. */
export function createSmtpMailer(smtp: SmtpOptions, { now }: { now: () => number }): Mailer {
  return {
    async send(transcript, handing): Promise<Outcome> {
      let node: ReturnType<typeof compose>
      try {
        node = compose(transcript, now())
      } catch (error) {
        const text = `The mail could not be written: ${error instanceof Error ? error.name : 'error'}.`
        return { kind: 'refused', why: 'content', reason: { code: 'not_written', text } }
      }
      return sendBySmtp(smtp, { envelope: node.getEnvelope(), bytes: await node.build(), handing })
    }
  }
}

/**
 * One mail. Its id stays the same however often it is tried, so whoever gets it twice can tell. Everything in a header is the
 * company's own word but the address, which has been checked; nothing is read from disk or fetched for it.
 */
function compose(transcript: Transcript, now: number) {
  const { id, to, from, replyTo, look } = transcript
  const mail = layOutMail(transcript)
  return new MailComposer({
    messageId: `<${id}@${from.split('@')[1]}>`,
    date: new Date(now),
    from: { name: mail.site, address: from },
    to: { name: '', address: to },
    ...(replyTo ? { replyTo: { name: mail.site, address: replyTo } } : {}),
    subject: mail.subject,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    text: plainTextOf(mail),
    html: htmlOf(mail, look),
    disableFileAccess: true,
    disableUrlAccess: true
  }).compile()
}
