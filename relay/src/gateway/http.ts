import express, { type Express, type Router } from 'express'
import helmet from 'helmet'
import { answerNotFound, handleErrors } from './errors.ts'
import { allowPages } from './origins.ts'
import type { Rim } from './rim.ts'
import { register } from './route.ts'
import type { RouteTables } from './route-tables.ts'
import { type Folders, staticFiles } from './static.ts'
import { timeRequests } from './time-requests.ts'

const secure = helmet({
  contentSecurityPolicy: {
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] }
  }
})

export interface AppOptions {
  tables: RouteTables
  folders: Folders
  /** More routes for the same server. They come after ours, and with none of our headers. */
  routes?: Router | undefined
}

/** The relay's HTTP side, put together. */
export function createApp({ ports, meter, log }: Rim, options: AppOptions): Express {
  const { tables, folders, routes } = options
  const app = express()
  app.disable('x-powered-by')
  // Answers are not to be cached, so a checksum of each would be for nothing.
  app.disable('etag')
  app.use(timeRequests(meter))
  register(app, tables.pages, [secure, allowPages(ports.sites)])
  register(app, tables.others, [secure])
  app.use(staticFiles(folders, ports.publicUrl, ports.sites))
  if (routes) app.use(routes)
  app.use(secure, answerNotFound)
  app.use(handleErrors(log))
  return app
}
