import { FileRef } from '@segue/sdk/protocol'
import type { Request, RequestHandler, Response } from 'express'
import { Type } from 'typebox'
import { keepFile } from '../core/files/keep-file.ts'
import { Refused } from '../core/refusal.ts'
import { readUpload } from './read-upload.ts'
import type { Rim } from './rim.ts'
import type { Identify, Route } from './route.ts'
import type { Visitor } from './tokens.ts'

const UploadQuery = Type.Object({ name: Type.Optional(Type.String({ maxLength: 1024 })) })

interface VisitorUpload {
  identify: Identify<Visitor>
  guards: RequestHandler[]
}

/** `POST /v1/files?name=`: the body is the file itself. It is its visitor's alone until a message carries it. */
export function visitorUploadRoute(rim: Rim, { identify, guards }: VisitorUpload): Route {
  const { ports, fileRules, limits } = rim
  const allowance = { count: limits.filesPerHour, bytes: limits.fileBytesPerHour }

  const answer = async (req: Request, res: Response) => {
    const { address, site } = await identify(req)
    if (fileRules.kinds.length === 0) throw new Refused('forbidden', 'No files are taken here.')
    const upload = await readUpload(req, req.query.name, fileRules)
    const brought = { ...upload, site: site.key, owner: address, allowance }
    const { id, name, mime, size } = await keepFile(ports, brought)
    res.setHeader('Cache-Control', 'no-store')
    res.status(201).json({ id, name, mime, size })
  }

  return {
    method: 'post',
    path: '/v1/files',
    summary:
      'Uploads a file that the visitor means to send. What is not sent is removed after a day.',
    auth: 'visitor',
    query: UploadQuery,
    body: '*/*',
    replies: { 201: FileRef },
    handlers: [...guards, answer]
  }
}
