import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'
import { PUSH_WORKER } from './demo-config.ts'
import { mailPages } from './mail/mail-pages.ts'
import type { Mailbox } from './networks/mail/mailbox.ts'
import type { Networks } from './networks/networks.ts'
import { phoneApi } from './phone-api.ts'

export interface DemoOptions {
  networks: Networks
  /** Where the relay's mails arrive. */
  mailbox?: Mailbox
  /** The site's public key, for the shop's script tag. */
  siteKey: string
  /** Where the relay answers, when it is not the server that these routes are part of. */
  relayUrl?: string
  /** Signs the inbox in when it is opened from the index page. */
  agentToken?: string
}

const HERE = import.meta.dirname
const STUB = join(HERE, '../widget/src/loader/stub.js')
/** What the pages hold before anybody said otherwise. */
const DEFAULTS = { relayUrl: '', siteKey: 'norrsken', agentToken: '' }

/** The demo's pages: `/` with links to everything, `/shop/`, `/mail/`, and `/phone/` with its API. */
export function demoRoutes(options: DemoOptions): Router {
  const router = Router()
  const page = servePages({ ...DEFAULTS, ...options })
  router.get('/', page(join(HERE, 'index')))
  router.get('/demo/base.css', (_req, res) => res.sendFile(join(HERE, 'base.css')))
  router.use('/demo', express.static(join(HERE, 'index')))
  router.get(/^\/shop\/([\w/-]+\.html)?$/, page(join(HERE, 'shop')))
  // A page of one's own has it inline, as the README shows.
  router.get('/shop/scripts/stub.js', (_req, res) => res.sendFile(STUB))
  router.get(PUSH_WORKER, (_req, res) => {
    res.type('.js').send(`importScripts('${options.relayUrl ?? ''}/widget/push.js')`)
  })
  router.use('/shop', express.static(join(HERE, 'shop')))
  if (options.mailbox) router.use('/mail', slashed, mailPages(options.mailbox))
  router.use('/phone/api', phoneApi(options.networks))
  router.use('/phone', express.static(join(HERE, 'phone/dist')))
  router.use('/gallery', express.static(join(HERE, 'gallery/dist')))
  return router
}

/** The page's own paths need the slash. */
const slashed: RequestHandler = (req, res, next) => {
  if (req.originalUrl === '/mail') res.redirect(301, '/mail/')
  else next()
}

type Filled = Required<Omit<DemoOptions, 'networks' | 'mailbox'>>

/** Serves HTML with this demo's addresses in it; as it lies there, it is right for one server at `/`. */
const servePages =
  (filled: Filled) =>
  (folder: string): RequestHandler =>
  async (req, res, next) => {
    const file = req.params[0] ?? 'index.html'
    const html = await readFile(join(folder, file), 'utf8').catch(() => undefined)
    if (html === undefined) next()
    else {
      const spoken = speakIn(html, String(req.query.chat ?? ''))
      res.type('html').set('cache-control', 'no-cache').send(fillIn(spoken, filled))
    }
  }

/** `?chat=ar` opens the shop with its chat in another language. */
const speakIn = (html: string, language: string): string =>
  /^[a-z]{2}(-[a-z]{2})?$/i.test(language)
    ? html.replace('<script src="/widget.js', `<script data-language="${language}" src="/widget.js`)
    : html

function fillIn(html: string, { relayUrl, siteKey, agentToken }: Filled): string {
  return html
    .replaceAll('"/widget.js?site=norrsken"', `"${relayUrl}/widget.js?site=${siteKey}"`)
    .replaceAll('"/inbox/"', `"${relayUrl}/inbox/${agentToken && `#token=${agentToken}`}"`)
}
