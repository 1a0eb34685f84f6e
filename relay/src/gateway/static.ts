import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { type RequestHandler, type Response, Router } from 'express'
import type { Site } from '../core/settings.ts'
import { compressedFiles } from './compressed-files.ts'
import { errorBody } from './errors.ts'
import { siteScript } from './site-script.ts'

/** Where the built files lie. */
export interface Folders {
  /** Holds `widget.js`, and its parts under `widget/`. */
  widget: string
  /** Holds the inbox's `index.html` and `assets/`. */
  inbox: string
}

const FOREVER = 'public, max-age=31536000, immutable'
/** A page that loads again within five minutes asks nobody. */
const FIVE_MINUTES = 'public, max-age=300, stale-while-revalidate=86400'

/** The widget's script for every page, and the inbox. */
export function staticFiles(
  { widget, inbox }: Folders,
  publicUrl: string,
  sites: ReadonlyMap<string, Site> = new Map()
): Router {
  const router = Router()
  const script = join(widget, 'widget.js')
  router.get('/widget.js', mustBeBuilt(script), siteScript(script, sites, headersOf(widget)))
  router.get(['/widget.js', '/widget/*path'], widgetFiles(widget))
  router.get('/inbox', (req, res, next) => {
    // The pattern matches with and without the slash, and the page's own paths need it.
    if (req.path.endsWith('/')) next()
    else res.redirect(301, '/inbox/')
  })
  router.use('/inbox/', inboxFiles(inbox, publicUrl))
  return router
}

function headersOf(folder: string): (res: Response, path: string) => void {
  const named = new Set([join(folder, 'widget.js'), join(folder, 'widget/push.js')])
  return (res, path) => {
    // Any page may load it, with subresource integrity or under a strict embedder policy as well.
    res.setHeader('Access-Control-Allow-Origin', '*')
    res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
    res.setHeader('Timing-Allow-Origin', '*')
    res.setHeader('X-Content-Type-Options', 'nosniff')
    // The other parts have their content's hash in their names.
    res.setHeader('Cache-Control', named.has(path) ? FIVE_MINUTES : FOREVER)
  }
}

function widgetFiles(folder: string): RequestHandler[] {
  const setHeaders = headersOf(folder)
  const files = express.static(folder, { index: false, redirect: false, setHeaders })
  return [mustBeBuilt(join(folder, 'widget.js')), compressedFiles(folder, setHeaders), files]
}

function inboxFiles(folder: string, publicUrl: string): RequestHandler[] {
  const page = join(folder, 'index.html')
  const policy = inboxPolicy(publicUrl)
  const setHeaders = (res: Response, path: string) => {
    res.setHeader('Content-Security-Policy', policy)
    res.setHeader('Referrer-Policy', 'no-referrer')
    res.setHeader('X-Content-Type-Options', 'nosniff')
    const isHashed = path.startsWith(join(folder, 'assets'))
    res.setHeader('Cache-Control', isHashed ? FOREVER : 'no-cache')
  }
  const files = express.static(folder, { redirect: false, setHeaders })
  // The inbox has views of its own under its path; only what looks like a file can be missing.
  const view: RequestHandler = (req, res, next) => {
    if (req.method !== 'GET' || req.path.includes('.')) return next()
    setHeaders(res, page)
    return res.sendFile(page)
  }
  return [mustBeBuilt(page), compressedFiles(folder, setHeaders), files, view]
}

/** Nothing from elsewhere: an agent's token is in this page. `connect-src 'self'` leaves sockets out in older browsers. */
function inboxPolicy(publicUrl: string): string {
  const { origin, host, protocol } = new URL(publicUrl)
  const socket = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}`
  return [
    "default-src 'self'",
    `connect-src 'self' ${socket}`,
    `img-src 'self' data: blob: ${origin}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    "object-src 'none'"
  ].join('; ')
}

function mustBeBuilt(file: string): RequestHandler {
  return (_req, res, next) => {
    if (existsSync(file)) return next()
    const message = 'This part of the relay has not been built yet. Run: npm run build'
    return res.status(503).json(errorBody('not_built', message))
  }
}
