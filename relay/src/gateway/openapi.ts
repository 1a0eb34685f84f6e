import * as protocol from '@segue/sdk/protocol'
import { type TSchema, Type } from 'typebox'
import type { Auth, Route, RouteDocument } from './route.ts'

type Json = Record<string, unknown>

const SECURITY: Record<Auth, Json[]> = {
  none: [],
  visitor: [{ visitor: [] }],
  agent: [{ agent: [] }],
  writeKey: [{ writeKey: [] }, { writeKeyHeader: [] }, {}],
  signature: []
}

const schemes = {
  visitor: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  agent: { type: 'http', scheme: 'bearer' },
  writeKey: { type: 'http', scheme: 'basic', description: 'The site’s key as the user.' },
  writeKeyHeader: { type: 'apiKey', in: 'header', name: 'X-Write-Key' }
}

/** The schemas of the wire, to be named instead of repeated. */
const named = new Map(
  Object.entries(protocol)
    .filter(([name, value]) => /^[A-Z][a-z]/.test(name) && typeof value === 'object')
    .map(([name, schema]) => [JSON.stringify(schema), name.replace(/Schema$/, '')])
)

/** `GET /openapi.json`, written from the same table that registers the routes. */
export function documentRoute(routes: readonly Route[], publicUrl: string): Route {
  const self: RouteDocument = {
    method: 'get',
    path: '/openapi.json',
    summary: 'This document.',
    auth: 'none',
    replies: { 200: Type.Object({}) }
  }
  const text = JSON.stringify(describeRoutes([...routes, self], publicUrl))
  return { ...self, handlers: [(_req, res) => void res.type('json').send(text)] }
}

function describeRoutes(routes: readonly RouteDocument[], publicUrl: string): Json {
  const used = new Map<string, unknown>()
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: describe(route, used) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Segue relay',
      version: '1',
      description:
        'Beside these: WebSockets at /v1/socket for pages and /v1/agent/socket for inboxes, subprotocol segue.v1.'
    },
    servers: [{ url: publicUrl }],
    paths,
    components: { schemas: Object.fromEntries(used), securitySchemes: schemes }
  }
}

function describe(route: RouteDocument, used: Map<string, unknown>): Json {
  const { method, path, summary, auth, query, body, replies } = route
  const answers = Object.entries(replies).map(([status, reply]) => [
    status,
    { description: Number(status) < 300 ? 'Done.' : 'Not now.', ...contentOf(reply, used) }
  ])
  return {
    operationId: `${method}${path.replaceAll(/[/{}._-]+(\w?)/g, (_, first) => first.toUpperCase())}`,
    summary,
    security: SECURITY[auth],
    parameters: parametersOf(path, query),
    ...(body ? { requestBody: { required: true, ...contentOf(body, used) } } : {}),
    responses: {
      ...Object.fromEntries(answers),
      default: { description: 'Refused.', ...contentOf(protocol.ApiError, used) }
    }
  }
}

function parametersOf(path: string, query: RouteDocument['query']): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true },
    schema: { type: 'string' }
  }))
  const inQuery = Object.entries(query?.properties ?? {}).map(([name, schema]) => ({
    ...{ name, in: 'query', schema },
    required: query?.required?.includes(name) ?? false
  }))
  return [...inPath, ...inQuery]
}

function contentOf(what: TSchema | string | null, used: Map<string, unknown>): Json {
  if (what === null) return {}
  if (typeof what === 'string') return { content: { [what]: {} } }
  return { content: { 'application/json': { schema: refer(what, used) } } }
}

/** A schema with every known part of it replaced by its name. */
function refer(schema: unknown, used: Map<string, unknown>): unknown {
  if (typeof schema !== 'object' || schema === null) return schema
  const name = named.get(JSON.stringify(schema))
  if (!name) return referParts(schema, used)
  if (!used.has(name)) {
    used.set(name, {})
    used.set(name, referParts(schema, used))
  }
  return { $ref: `#/components/schemas/${name}` }
}

const referParts = (schema: object, used: Map<string, unknown>): unknown =>
  Array.isArray(schema)
    ? schema.map(part => refer(part, used))
    : Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, refer(part, used)]))
