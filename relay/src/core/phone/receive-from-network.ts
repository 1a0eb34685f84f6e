import { buffer } from 'node:stream/consumers'
import type { ChannelEvent } from '../channel.ts'
import { recordStatus } from '../delivery/record-status.ts'
import { withoutNotes } from '../files/notes/without-notes.ts'
import { sniffMime } from '../files/sniff.ts'
import { soundName } from '../files/sound-name.ts'
import type { Ports } from '../ports.ts'
import type { Account } from '../settings.ts'
import type { KeptFile, PhoneMessage } from './arrival.ts'
import { receiveFromPhone } from './receive-from-phone.ts'

const FETCH_MS = 8_000
const MOST_BYTES = 25 * 1024 * 1024

/**
 * Everything one webhook said, in its order. When this resolves it is on disk, and the webhook may be answered.
 * The same webhook twice changes nothing.
 */
export async function receiveFromNetwork(
  ports: Ports,
  account: Account,
  events: ChannelEvent[]
): Promise<void> {
  for (const event of events) {
    if (event.type === 'status') await recordStatus(ports, account, event)
    else
      await receiveFromPhone(ports, account, {
        event,
        files: await keepFiles(ports, account, event)
      })
  }
}

/** Fetches what came with a message before its webhook is answered: the network's links to it are short-lived. */
async function keepFiles(
  ports: Ports,
  account: Account,
  { files }: PhoneMessage
): Promise<KeptFile[]> {
  const kept: KeptFile[] = []
  for (const { ref, name } of files) {
    try {
      const { bytes, mime } = await account.channel.fetchFile(ref, AbortSignal.timeout(FETCH_MS))
      if (bytes.byteLength > MOST_BYTES) throw new RangeError('The file is too large.')
      const kind = sniffMime(bytes, mime)
      const picture = await buffer(withoutNotes(kind, only(bytes)))
      const id = ports.random.id()
      await ports.files.put(id, picture)
      kept.push({ id, name: soundName(name), mime: kind, size: picture.byteLength })
    } catch {
      // The message matters more than its picture: it is kept, and says that the file is missing.
      kept.push(null)
    }
  }
  return kept
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
