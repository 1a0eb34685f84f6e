import { FileRef } from '@segue/sdk/protocol'
import type { Request, Response } from 'express'
import { Type } from 'typebox'
import type { FileRecord } from '../../core/model.ts'
import { Refused } from '../../core/refusal.ts'
import type { Agent } from '../../core/settings.ts'
import { readBody } from '../read-body.ts'
import type { Rim } from '../rim.ts'
import type { Route } from '../route.ts'
import { sniffMime } from '../sniff.ts'
import type { AgentRouteStart } from './identify-agent.ts'

/** The largest picture or document the networks carry. */
const MAX_BYTES = 16 * 1024 * 1024

const UploadQuery = Type.Object({ site: Type.Optional(Type.String()) })

/** `POST /v1/agent/files`: the body is the file itself, `X-File-Name` its name, percent-encoded. */
export function uploadRoute({ ports }: Pick<Rim, 'ports'>, start: AgentRouteStart): Route {
  const answer = async (req: Request, res: Response) => {
    const agent = await start.identify(req)
    const site = siteOf(agent, req.query.site)
    const bytes = await readBody(req, MAX_BYTES)
    if (bytes.length === 0) throw new Refused('invalid', 'The file is empty.')
    const file: FileRecord = {
      id: ports.random.id(),
      site,
      name: nameOf(req.headers['x-file-name']),
      mime: sniffMime(bytes, req.headers['content-type'] ?? ''),
      size: bytes.length,
      at: ports.now()
    }
    await ports.files.put(file.id, bytes)
    await ports.store.transaction(tx => tx.addFile(file))
    const { id, name, mime, size } = file
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

/** A name people know, without a path and without what no file system takes. */
function nameOf(header: string | string[] | undefined): string {
  let name = String(header ?? '')
  try {
    name = decodeURIComponent(name)
  } catch {
    // Not percent-encoded, then: taken as it is.
  }
  const last = name.split(/[/\\]/).at(-1)!
  return (
    last
      .replaceAll(/\p{Cc}/gu, '')
      .trim()
      .slice(0, 255) || 'file'
  )
}
