import { Me } from '@segue/sdk/protocol'
import type { Ports } from '../../core/ports.ts'
import { jsonRoute, type Route } from '../route.ts'
import { wayOf } from '../session.ts'
import type { AgentRouteStart } from './identify-agent.ts'

/** Who the agent is, and what there is to work with. */
export const meRoute = ({ sites, accounts, mailer }: Ports, start: AgentRouteStart): Route =>
  jsonRoute({
    ...start,
    method: 'get',
    path: '/v1/agent/me',
    summary: 'The agent, their sites, and the accounts of those sites.',
    reply: Me,
    async handle({ who: { id, name, sites: own } }) {
      return {
        ...{ id, name },
        sites: own
          .flatMap(key => sites.get(key) ?? [])
          .map(({ key, name, mail, look: { accent, accentDark } }) => ({
            ...{ key, name },
            ...(accent ? { accent } : {}),
            ...(accentDark ? { accentDark } : {}),
            ...(mail && mailer ? { transcript: true } : {})
          })),
        accounts: [...accounts.values()].filter(({ site }) => own.includes(site)).map(wayOf)
      }
    }
  })
