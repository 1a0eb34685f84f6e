import type { SentFile, Written } from '../chats.ts'
import type { NetworkParts } from '../network-parts.ts'
import type { Owner } from '../screen.ts'
import type { TwilioAccount } from './account.ts'
import type { FormPost } from './form-post.ts'
import type { MessageRecords } from './message-record.ts'
import type { OptOuts } from './opt-out.ts'
import type { Outgoing } from './outgoing.ts'
import { inboundForm } from './twilio-forms.ts'

/** What people text to the company. */
export interface Incoming {
  carry(owner: Owner, written: Written): string
  /** A picture somebody sent, by its media id. */
  media(id: string): SentFile | undefined
}

interface Needs extends NetworkParts {
  account: TwilioAccount
  /** Where the API answers, for the links to media. */
  origin: string
  records: MessageRecords
  optOuts: OptOuts
  outgoing: Outgoing
  bring(post: FormPost): void
}

export function createIncoming(needs: Needs): Incoming {
  const { account, dice, records, optOuts, outgoing, bring } = needs
  const { accountSid, from: to } = account
  const pictures = new Map<string, SentFile>()
  const service = `MG${dice.hex(32)}`

  const keepPicture = (file: SentFile, sid: string) => {
    const id = `ME${dice.hex(32)}`
    pictures.set(id, file)
    const path = `/2010-04-01/Accounts/${accountSid}/Messages/${sid}/Media/${id}`
    return { url: needs.origin + path, mime: file.mime }
  }
  return {
    media: id => pictures.get(id),
    carry({ number }, { text, file }) {
      const sid = `${file ? 'MM' : 'SM'}${dice.hex(32)}`
      const direction = 'inbound'
      const fields = { sid, direction, from: number, to, body: text, media: file ? 1 : 0 } as const
      const record = records.add({ ...fields, status: 'received' })
      const heard = optOuts.hear(number, text)
      if (heard) outgoing.answer(number, heard.answer)
      const optOut = heard && { type: heard.type, service }
      const media = file ? [keepPicture(file, sid)] : []
      const form = inboundForm({ record, accountSid, media, optOut })
      bring({ url: account.webhook, form, token: dice.hex(32), inbound: { number, sid } })
      return sid
    }
  }
}
