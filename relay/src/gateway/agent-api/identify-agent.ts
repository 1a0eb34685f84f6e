import type { Request, RequestHandler } from 'express'
import type { Agent } from '../../core/settings.ts'
import type { Rim } from '../rim.ts'
import type { Identify } from '../route.ts'
import { bearerOf } from '../tokens.ts'

/** What every route of the company API begins with. */
export interface AgentRouteStart {
  auth: 'agent'
  identify: Identify<Agent>
  guards: RequestHandler[]
}

/** Calls are an agent's, by bearer token. `guards` keep tokens from being guessed. */
export const asAgent = (
  { tokens }: Pick<Rim, 'tokens'>,
  guards: RequestHandler[]
): AgentRouteStart => ({
  auth: 'agent',
  identify: (req: Request) => tokens.agentOf(bearerOf(req.headers.authorization)),
  guards
})
