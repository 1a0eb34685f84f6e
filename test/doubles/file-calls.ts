import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestRelay, testAgent, testSite } from './relay.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** A file, as an agent's desk brings it. */
export async function uploadAsAgent(to: string, body: Bytes, headers: Record<string, string> = {}) {
  const reply = await fetch(`${to}/v1/agent/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${testAgent.token}`, ...headers },
    body
  })
  return { status: reply.status, body: await reply.json() }
}

interface Visit {
  to: string
  token: string
}

/** A file, as a visitor's page brings it. */
export async function uploadAsVisitor(
  { to, token }: Visit,
  body: Bytes,
  { name = 'mug.png', type = '', origin = testSite.origin as string } = {}
) {
  const reply = await fetch(`${to}/v1/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { origin, authorization: `Bearer ${token}`, ...(type && { 'content-type': type }) },
    body
  })
  return { status: reply.status, headers: reply.headers, body: await reply.json() }
}

/** How many files a relay keeps in its folder. */
export async function countFiles(relay: TestRelay): Promise<number> {
  const all = await readdir(join(relay.dir, 'files'), { recursive: true, withFileTypes: true })
  return all.filter(entry => entry.isFile()).length
}
