import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import { chooseLanguage } from '../core/look-for.ts'
import type { Ports } from '../core/ports.ts'
import type { Site } from '../core/settings.ts'
import type { Route } from './route.ts'

// The panel's own surfaces, so that a phone's bars run into it; around it the quieter one.
const [LIGHT, DARK] = ['#ffffff', '#1b1c1d']
const STYLE = [
  ':root{color-scheme:light dark}',
  'body{margin:0;background:light-dark(#f1f1ee,#121314);font:1em/1.45 system-ui,sans-serif}',
  'p{max-inline-size:30em;margin:4em auto;padding:0 1em}'
].join('')
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** Languages that are written from right to left. */
const RTL = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, one => ENTITIES[one]!)

/** `GET /chat/:key`: a site's chat as a page of its own, for links in mails and wherever there is no site to open. */
export function chatPageRoute({ sites, publicUrl }: Pick<Ports, 'sites' | 'publicUrl'>): Route {
  const answer = (req: Request, res: Response): void => {
    const site = sites.get(String(req.params.key))
    res.set({ 'Cache-Control': 'no-cache', 'X-Robots-Tag': 'noindex' }).type('html')
    if (!site) {
      res.setHeader(
        'Content-Security-Policy',
        policyWith(["frame-ancestors 'none'", 'img-src data:'])
      )
      res.status(404).send(NOT_FOUND)
      return
    }
    // The site may frame its own chat; the policy above all says who.
    res.removeHeader('X-Frame-Options')
    res.set({
      'Content-Security-Policy': policyFor(site, publicUrl),
      'Referrer-Policy': 'same-origin',
      Vary: 'Accept-Language'
    })
    res.send(pageFor(site, languageOf(site, req.headers['accept-language'])))
  }

  return {
    method: 'get',
    path: '/chat/{key}',
    summary: 'A site’s chat as a page of its own. A return link’s token comes as `#segue=…`.',
    auth: 'none',
    replies: { 200: 'text/html', 404: 'text/html' },
    handlers: [answer]
  }
}

/** What the reader’s browser asks for first, as far as there are words in it. */
const languageOf = (site: Site, wishes = ''): string =>
  chooseLanguage(site, wishes.replaceAll(/;q=[\d.]+/g, '')) ?? site.language

const policyWith = (directives: string[]): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "base-uri 'none'",
    "form-action 'none'",
    ...directives
  ].join('; ')

/** Our own script, our own answers, the site’s logo, and nothing else. `connect-src 'self'` leaves sockets out in older browsers. */
function policyFor({ look, origins }: Site, publicUrl: string): string {
  const { host, protocol } = new URL(publicUrl)
  const socket = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}`
  const logo = URL.parse(look.logo ?? '')?.origin ?? ''
  return policyWith([
    "script-src 'self'",
    `connect-src 'self' ${socket}`,
    `img-src 'self' blob: data: ${logo}`.trim(),
    `frame-ancestors ${["'self'", ...origins].join(' ')}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'"
  ])
}

// Without an icon of its own a browser would ask us for one.
const head = (title: string, icon = 'data:,'): string => `<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="robots" content="noindex">
<meta name="theme-color" content="${LIGHT}" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="${DARK}" media="(prefers-color-scheme: dark)">
<link rel="icon" href="${escapeHtml(icon)}">
<style>${STYLE}</style>
</head>`

const pageFor = ({ key, name, look }: Site, language: string): string => `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${RTL.test(language) ? 'rtl' : 'ltr'}">
${head(name, look.logo)}
<body>
<main></main>
<noscript><p lang="en" dir="ltr">This chat needs JavaScript. Allow it for this page, and load it again.</p></noscript>
<script src="/widget.js" data-site="${escapeHtml(key)}" data-mode="page" data-target="main" async></script>
</body>
</html>
`

const NOT_FOUND = `<!doctype html>
<html lang="en">
${head('No chat here')}
<body>
<main><p>There is no chat here. Check the link, or go to the site it came from.</p></main>
</body>
</html>
`
