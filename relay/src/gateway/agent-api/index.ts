import type { RequestHandler } from 'express'
import type { Rim } from '../rim.ts'
import type { Route } from '../route.ts'
import { conversationActRoutes } from './conversation-acts.ts'
import { conversationRoutes } from './conversations.ts'
import { asAgent } from './identify-agent.ts'
import { meRoute } from './me.ts'
import { personRoutes } from './people.ts'
import { uploadRoute } from './upload.ts'

/** The company API: everything the inbox can do, for any other desk as well. */
export function agentRoutes(rim: Rim, guards: RequestHandler[]): Route[] {
  const start = asAgent(rim, guards)
  return [
    meRoute(rim.ports, start),
    ...conversationRoutes(rim.ports, start),
    ...conversationActRoutes(rim.ports, start),
    ...personRoutes(rim.ports, start),
    uploadRoute(rim, start)
  ]
}
