import type { Request, RequestHandler } from 'express'
import { Type } from 'typebox'
import { Refused } from '../../core/refusal.ts'
import type { Site } from '../../core/settings.ts'
import type { Rim } from '../rim.ts'
import type { Route } from '../route.ts'
import type { FindSender } from './write-keys.ts'

const SegmentSettings = Type.Object({
  integrations: Type.Object({
    'Segment.io': Type.Object({
      apiKey: Type.String(),
      apiHost: Type.String(),
      protocol: Type.String()
    })
  })
})

const SourceConfig = Type.Object({
  source: Type.Object({
    id: Type.String(),
    name: Type.String(),
    workspaceId: Type.String(),
    enabled: Type.Boolean(),
    config: Type.Object({}),
    destinations: Type.Array(Type.Unknown())
  })
})

/** What the official web clients ask for before they send anything. */
export function clientSettingsRoutes(
  { ports: { sites, publicUrl } }: Rim,
  findSender: FindSender,
  guards: RequestHandler[]
): Route[] {
  const answerWith =
    (reply: (req: Request) => unknown): RequestHandler =>
    (req, res) => {
      res.setHeader('Cache-Control', 'public, max-age=300')
      res.json(reply(req))
    }
  return [
    {
      method: 'get',
      path: '/v1/projects/{key}/settings',
      summary: 'What Segment’s web client asks for before it sends: where to send.',
      auth: 'none',
      replies: { 200: SegmentSettings },
      handlers: [
        ...guards,
        answerWith(({ params }) => segmentSettings(siteOf(sites, String(params.key)), publicUrl))
      ]
    },
    {
      method: 'get',
      path: '/sourceConfig/',
      summary:
        'What RudderStack’s web client asks for before it sends: that there is nothing more.',
      auth: 'writeKey',
      query: Type.Object({ writeKey: Type.Optional(Type.String()) }),
      replies: { 200: SourceConfig },
      handlers: [
        ...guards,
        answerWith(({ headers, query }) =>
          sourceConfig(findSender({ headers, query, body: {} }).site)
        )
      ]
    }
  ]
}

function siteOf(sites: ReadonlyMap<string, Site>, key: string): Site {
  const site = sites.get(key)
  if (!site) throw new Refused('not_found', 'There is no site with this key.')
  return site
}

function segmentSettings({ key }: Site, publicUrl: string) {
  const { host, protocol } = new URL(publicUrl)
  const target = { apiHost: `${host}/v1`, protocol: protocol.replace(':', '') }
  return { integrations: { 'Segment.io': { apiKey: key, ...target } } }
}

const sourceConfig = ({ key, name }: Site) => ({
  source: { id: key, name, workspaceId: key, enabled: true, config: {}, destinations: [] }
})
