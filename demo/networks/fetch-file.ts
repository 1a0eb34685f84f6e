import type { SentFile } from './chats.ts'

/** Fetches a file by the link a company gave, like the providers do. Returns what went wrong, if anything did. */
export async function fetchFile(
  { url, name }: { url: string; name: string },
  closing: AbortSignal
): Promise<SentFile | Error> {
  try {
    const signal = AbortSignal.any([closing, AbortSignal.timeout(10_000)])
    const response = await fetch(url, { signal })
    if (!response.ok) return new Error(`Downloading the media failed with ${response.status}`)
    const [mime = ''] = (response.headers.get('content-type') ?? '').split(';')
    return { name, mime, bytes: new Uint8Array(await response.arrayBuffer()) }
  } catch {
    return new Error('Downloading the media failed: nobody answered')
  }
}
