import { GreetingsReply, Id } from '@segue/sdk/protocol'
import type { RequestHandler } from 'express'
import { Type } from 'typebox'
import type { Ports } from '../core/ports.ts'
import type { Route } from './route.ts'
import { siteOf } from './session.ts'
import { checkQueryOf } from './validate.ts'

const Query = Type.Object({ site: Id })
const checkQuery = checkQueryOf(Query)

/** `GET /v1/greetings`: asked on every page of a site that greets, so browsers keep the answer for a while. */
export const greetingsRoute = (ports: Ports, guards: RequestHandler[]): Route => ({
  method: 'get',
  path: '/v1/greetings',
  summary: 'What a site’s widget may say before anything is asked, and when.',
  auth: 'none',
  query: Query,
  replies: { 200: GreetingsReply },
  handlers: [
    ...guards,
    (req, res) => {
      const { greetings } = siteOf(ports, checkQuery(req.query).site)
      res.setHeader('Cache-Control', 'public, max-age=300')
      res.json({ greetings })
    }
  ]
})
