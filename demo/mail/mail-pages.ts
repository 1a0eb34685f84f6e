import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Response, Router } from 'express'
import type { Mailbox, ReceivedMail } from '../networks/mail/mailbox.ts'

const HERE = import.meta.dirname
const STYLE = ['../base.css', 'mail.css']
  .map(file => readFileSync(join(HERE, file), 'utf8'))
  .join('')
const SCRIPT = readFileSync(join(HERE, 'mail.js'), 'utf8')

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, one => ENTITIES[one]!)

/** A mail may show what it says, and fetch or run nothing. Its links open beside it. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src https:; sandbox allow-popups allow-popups-to-escape-sandbox"

/** `/mail/`: what the relay has mailed, newest first, as it looks and as plain text. */
export function mailPages({ mails }: Mailbox): Router {
  const router = Router()
  const find = (id: string): ReceivedMail | undefined => mails[Number(id)]
  router.get('/', (_, res) => send(res, listOf(mails)))
  router.get('/count', (_, res) => void res.json(mails.length))
  for (const type of ['html', 'plain']) {
    router.get(`/:id/${type}`, (req, res) => {
      const part = find(req.params.id)?.parts.find(part => part.type === `text/${type}`)
      if (!part) return void res.sendStatus(404)
      const html =
        type === 'html' ? part.text.replace('<head>', '<head><base target="_blank">') : ''
      res.set('content-security-policy', MAIL_POLICY)
      res.type(type === 'html' ? 'html' : 'text/plain; charset=utf-8').send(html || part.text)
    })
  }
  return router
}

const send = (res: Response, html: string): void => {
  res.set('cache-control', 'no-cache').type('html').send(html)
}

function listOf(mails: readonly ReceivedMail[]): string {
  const items = mails.map(articleOf).reverse()
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>The mailbox</title>
<link rel="icon" href="/shop/pictures/star.svg">
<style>${STYLE}</style>
</head>
<body data-count="${mails.length}">
<main>
<h1>The mailbox</h1>
<p>Everything the relay has mailed to anybody, over real SMTP. It is kept until the demo stops.</p>
${items.join('\n') || '<p>Nothing yet. End a chat in the inbox, and ask for a copy in the shop.</p>'}
</main>
<script type="module">${SCRIPT}</script>
</body>
</html>
`
}

function articleOf({ headers, to, at }: ReceivedMail, id: number): string {
  const subject = escapeHtml(headers.get('subject') ?? '')
  const from = escapeHtml(headers.get('from') ?? '')
  return `<article>
<h2>${subject}</h2>
<p>${from} to ${escapeHtml(to.join(', '))}, ${new Date(at).toLocaleString('en-GB')} · <a href="${id}/plain">as plain text</a></p>
<iframe src="${id}/html" title="${subject}" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
</article>`
}
