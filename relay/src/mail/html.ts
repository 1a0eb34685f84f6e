import type { Look } from '@segue/sdk/protocol'
import { paletteOf } from '@segue/sdk/theme'
import type { LaidLine, LaidMail } from './lay-out-mail.ts'

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, one => ENTITIES[one]!)

const FONT = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif'
const QUIET = 'margin:4px 0;font-size:13px;color:#595959'
const HEADING = 'margin:24px 0 8px;font-size:14px;font-weight:600;text-align:center;color:#595959'
const BUBBLE = 'margin:2px 0 0;padding:8px 12px;border-radius:12px;overflow-wrap:anywhere'

/**
 * A mail as HTML, without a style sheet, a script or anything to be fetched but the brand's logo. Mail programs know little:
 * every colour comes with the one it is read on.
 */
export function htmlOf(mail: LaidMail, look: Look): string {
  const { language, direction, subject, why, cut, days, times, back, noReply } = mail
  const { accent, onAccent, ink } = paletteOf(look).light
  const agents = `background:${accent};color:${onAccent}`
  const said = days.map(
    ({ day, lines }) =>
      `<h2 style="${HEADING}">${escapeHtml(day)}</h2>\n${lines.map(line => lineOf(line, agents)).join('\n')}`
  )
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;background:#ffffff;color:#1b1c1d">
<div dir="${direction}" style="max-width:600px;margin:0 auto;padding:24px 16px;${FONT};font-size:16px;line-height:1.45">
${logoOf(look)}<h1 style="margin:0 0 16px;font-size:20px">${escapeHtml(subject)}</h1>
${cut ? `<p style="${QUIET}">${escapeHtml(cut)}</p>\n` : ''}${said.join('\n')}
<p style="${QUIET};margin-top:24px">${escapeHtml(times)}</p>
<p style="margin:24px 0 4px"><a href="${escapeHtml(back.url)}" style="color:${ink}">${escapeHtml(back.title)}</a></p>
<p style="${QUIET}">${escapeHtml(back.hint)}</p>
<p style="${QUIET};margin-top:24px">${escapeHtml([why, noReply].filter(Boolean).join(' '))}</p>
</div>
</body>
</html>
`
}

/** Only what is fetched in secret from the network's eyes. */
const logoOf = ({ logo }: Look): string =>
  logo?.startsWith('https:')
    ? `<img src="${escapeHtml(logo)}" alt="" width="48" height="48" style="display:block;margin-bottom:12px">\n`
    : ''

/** `bdi` and `dir` keep whatever somebody wrote from turning what stands around it. */
function lineOf({ from, who, meta, text, files }: LaidLine, agents: string): string {
  const colors = from === 'agent' ? agents : 'background:#f1f1ee;color:#1b1c1d'
  const words = escapeHtml([...(text ? [text] : []), ...files].join('\n')).replaceAll('\n', '<br>')
  return `<p style="${QUIET};margin-top:12px"><b><bdi>${escapeHtml(who)}</bdi></b> · ${escapeHtml(meta)}</p>
<div dir="auto" style="${BUBBLE};${colors}">${words}</div>`
}
