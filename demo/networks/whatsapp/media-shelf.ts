import { createHash } from 'node:crypto'
import type { SentFile } from '../chats.ts'
import type { Clock } from '../clock.ts'
import type { Dice } from '../dice.ts'

/** A download link lives five minutes. */
const LINK_MS = 5 * 60_000

/** Where Meta keeps what people send, until a company fetches it. */
export interface MediaShelf {
  put(file: SentFile): { id: string; mime_type: string; sha256: string }
  /** The answer to `GET /{media id}`, with a link that soon expires. */
  describe(id: string, origin: string): Record<string, unknown> | undefined
  /** What a download link leads to, while it lives. */
  fetch(link: { mid: string; ext: string; hash: string }): SentFile | undefined
}

export function createMediaShelf(dice: Dice, clock: Clock): MediaShelf {
  const files = new Map<string, SentFile>()
  const hashes = new Set<string>()
  return {
    put(file) {
      const id = `1${dice.digits(15)}`
      files.set(id, file)
      const sha256 = createHash('sha256').update(file.bytes).digest('base64')
      return { id, mime_type: file.mime, sha256 }
    },
    describe(id, origin) {
      const file = files.get(id)
      if (!file) return undefined
      const hash = dice.hex(32)
      const ext = Math.floor((clock.now() + LINK_MS) / 1000)
      hashes.add(`${id} ${ext} ${hash}`)
      return {
        messaging_product: 'whatsapp',
        url: `${origin}/whatsapp_business/attachments/?mid=${id}&ext=${ext}&hash=${hash}`,
        mime_type: file.mime,
        sha256: createHash('sha256').update(file.bytes).digest('hex'),
        file_size: file.bytes.byteLength,
        id
      }
    },
    fetch({ mid, ext, hash }) {
      if (!hashes.has(`${mid} ${ext} ${hash}`)) return undefined
      return Number(ext) * 1000 > clock.now() ? files.get(mid) : undefined
    }
  }
}
