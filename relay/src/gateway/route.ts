import type { Request, RequestHandler, Response, Router } from 'express'
import { type Static, type TObject, type TSchema, Type } from 'typebox'
import { readJson } from './read-body.ts'
import { checkOf, checkQueryOf } from './validate.ts'

/** Who may call a route, as its document says it. */
export type Auth = 'none' | 'visitor' | 'agent' | 'writeKey' | 'signature'

/** What a route's document says of it. */
export interface RouteDocument {
  method: 'get' | 'post'
  /** As OpenAPI writes it: `/v1/agent/people/{id}`. */
  path: string
  summary: string
  auth: Auth
  query?: TObject
  /** A schema when the body is JSON, else its media type. */
  body?: TSchema | string
  /** What a good answer holds, by status; null when it is empty, a media type when it is not JSON. */
  replies: Record<number, TSchema | string | null>
}

/** One route. The same table registers them and writes `/openapi.json`, so the two cannot differ. */
export interface Route extends RouteDocument {
  handlers: RequestHandler[]
}

/** Finds out who calls. @throws {Refused} `unauthorized`, `forbidden` */
export type Identify<Who> = (req: Request) => Promise<Who> | Who

export interface Call<Who, Query, Body> {
  who: Who
  /** The path's `{id}`; empty where the path has none. */
  id: string
  query: Query
  body: Body
  req: Request
}

export interface JsonRoute<Who, Query extends TObject, Body extends TSchema> {
  method: 'get' | 'post'
  path: string
  summary: string
  auth: Auth
  identify: Identify<Who>
  query?: Query
  body?: Body
  /** What the answer holds. Without it the answer is an empty 204. */
  reply?: TSchema
  /** @default 200, or 204 without a reply */
  status?: number
  /** Run before anything is read: limits, mostly. */
  guards?: RequestHandler[]
  handle(call: Call<Who, Static<Query>, Static<Body>>): Promise<unknown>
}

// Room for the longest text in its longest escapes, and no more.
const MAX_JSON_BYTES = 64 * 1024

const nothing = Type.Object({})

/** A route that takes and gives JSON. Who calls is asked first, so that a stranger learns nothing from a mistake. */
export function jsonRoute<
  Who,
  Query extends TObject = typeof nothing,
  Body extends TSchema = typeof nothing
>(spec: JsonRoute<Who, Query, Body>): Route {
  const { method, path, summary, auth, query, body, reply, guards = [] } = spec
  const status = spec.status ?? (reply ? 200 : 204)
  const checkQuery = checkQueryOf<TSchema>(query ?? nothing)
  const checkBody = body && checkOf<TSchema>(body)

  const answer = async (req: Request, res: Response) => {
    const who = await spec.identify(req)
    const call = {
      who,
      id: String(req.params.id ?? ''),
      query: checkQuery(req.query) as Static<Query>,
      body: checkBody?.(await readJson(req, MAX_JSON_BYTES)) as Static<Body>,
      req
    }
    const result = await spec.handle(call)
    res.setHeader('Cache-Control', 'no-store')
    res.status(status)
    if (reply) res.json(result)
    else res.end()
  }

  return {
    ...{ method, path, summary, auth },
    ...(query ? { query } : {}),
    ...(body ? { body } : {}),
    replies: { [status]: reply ?? null },
    handlers: [...guards, answer]
  }
}

/** Where a route lies in Express's own words. */
const expressPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1')

/** Puts every route of a table onto a router. `first` runs for any method on each path: headers, preflights. */
export function register(
  router: Pick<Router, 'all' | 'get' | 'post'>,
  routes: readonly Route[],
  first: RequestHandler[]
): void {
  for (const path of new Set(routes.map(route => expressPath(route.path)))) {
    router.all(path, ...first)
  }
  for (const { method, path, handlers } of routes) {
    router[method](expressPath(path), ...handlers)
  }
}
