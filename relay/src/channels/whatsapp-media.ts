import { createHash } from 'node:crypto'
import { fetchBytes } from './fetch-bytes.ts'
import { bareMime } from './file-name.ts'
import { readFields, textOf } from './provider-json.ts'

/** Where Graph is, and what opens it. */
interface GraphAccess {
  /** Scheme and host, and the version: `https://graph.facebook.com/v23.0`. */
  graph: string
  accessToken: string
}

/**
 * Fetches what a person sent: Graph says where it lies for the next five minutes, and the same token opens it there.
 *
 * @throws {Error} when it is gone, too large, not what Graph says it is, or lies neither behind TLS nor at Graph's own address
 */
export async function fetchWhatsAppMedia(
  { graph, accessToken }: GraphAccess,
  id: string,
  signal: AbortSignal
): Promise<{ bytes: Uint8Array; mime: string }> {
  if (!/^[\w.-]{1,256}$/.test(id)) throw new Error('The name of the file is none of WhatsApp’s.')
  const headers = { authorization: `Bearer ${accessToken}` }
  const { origin } = new URL(graph)
  const mayFetch = (url: URL) => url.protocol === 'https:' || url.origin === origin
  const call = { headers, signal, mayFetch }

  const about = await fetchBytes(new URL(`${graph}/${id}`), call)
  const { url, mime_type, sha256 } = readFields(new TextDecoder().decode(about.bytes))
  if (!URL.canParse(textOf(url))) throw new Error('WhatsApp does not say where the file is.')
  const file = await fetchBytes(new URL(textOf(url)), call)
  if (!hasDigest(file.bytes, textOf(sha256))) throw new Error('The file was changed on its way.')
  return { bytes: file.bytes, mime: textOf(mime_type) ? bareMime(textOf(mime_type)) : file.mime }
}

/** Webhooks write digests in base64, Graph in hex. One that is neither proves nothing. */
function hasDigest(bytes: Uint8Array, claimed: string): boolean {
  const digest = createHash('sha256').update(bytes).digest()
  if (/^[\da-f]{64}$/i.test(claimed)) return digest.toString('hex') === claimed.toLowerCase()
  return /^[\w+/-]{43}=$/.test(claimed) ? digest.toString('base64') === claimed : true
}
