import type { LaidMail } from './lay-out-mail.ts'

/** Before every line that somebody wrote: nobody can write what looks like another's message. */
const INDENT = '    '

/** A mail as plain text. */
export function plainTextOf(mail: LaidMail): string {
  const days = mail.days.flatMap(({ day, lines }) => [
    day,
    '',
    ...lines.flatMap(({ who, meta, text, files }) => [
      `${who} (${meta})`,
      ...[...text.split('\n'), ...files].map(line => INDENT + line),
      ''
    ])
  ])
  const parts = [
    mail.subject,
    '',
    ...(mail.cut ? [mail.cut, ''] : []),
    ...days,
    mail.times,
    '',
    `${mail.back.title}: ${mail.back.url}`,
    mail.back.hint,
    '',
    '-- ',
    mail.why,
    ...(mail.noReply ? [mail.noReply] : [])
  ]
  return `${parts.join('\n')}\n`
}
