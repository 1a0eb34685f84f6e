import { FileRef } from '@segue/sdk/protocol'
import type { Request, Response } from 'express'
import { Type } from 'typebox'
import { keepFile } from '../../core/files/keep-file.ts'
import { Refused } from '../../core/refusal.ts'
import type { Agent } from '../../core/settings.ts'
import { readUpload } from '../read-upload.ts'
import type { Rim } from '../rim.ts'
import type { Route } from '../route.ts'
import type { AgentRouteStart } from './identify-agent.ts'

const UploadQuery = Type.Object({ site: Type.Optional(Type.String()) })

/** `POST /v1/agent/files`: the body is the file itself, `X-File-Name` its name, percent-encoded. */
export function uploadRoute(
  { ports, fileRules: { maxBytes } }: Pick<Rim, 'ports' | 'fileRules'>,
  start: AgentRouteStart
): Route {
  const answer = async (req: Request, res: Response) => {
    const agent = await start.identify(req)
    const site = siteOf(agent, req.query.site)
    const upload = await readUpload(req, decoded(req.headers['x-file-name']), { maxBytes })
    const { id, name, mime, size } = await keepFile(ports, { ...upload, site, owner: null })
    res.status(201).json({ id, name, mime, size, url: ports.fileUrl(id) })
  }
  return {
    method: 'post',
    path: '/v1/agent/files',
    summary:
      'Uploads a file to be sent with a message. Its name goes into X-File-Name, percent-encoded.',
    auth: 'agent',
    query: UploadQuery,
    body: '*/*',
    replies: { 201: FileRef },
    handlers: [...start.guards, answer]
  }
}

/** The site a file is for. An agent of several says which; the first one is the default. */
function siteOf({ sites }: Agent, wanted: unknown): string {
  if (wanted === undefined && sites[0] !== undefined) return sites[0]
  const site = sites.find(key => key === wanted)
  if (site === undefined) throw new Refused('not_found', 'There is no such site.', 'site')
  return site
}

function decoded(header: string | string[] | undefined): string {
  const name = String(header ?? '')
  try {
    return decodeURIComponent(name)
  } catch {
    // Not percent-encoded, then: taken as it is.
    return name
  }
}
