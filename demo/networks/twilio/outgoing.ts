import type { SentFile } from '../chats.ts'
import { fetchFile } from '../fetch-file.ts'
import type { NetworkParts } from '../network-parts.ts'
import type { TwilioAccount } from './account.ts'
import type { FormPost } from './form-post.ts'
import type { MessageRecord, MessageRecords, TwilioStatus } from './message-record.ts'
import type { SendForm } from './message-rules.ts'
import { statusForm } from './twilio-forms.ts'

/** What the company texts to people. */
export interface Outgoing {
  /** Takes a message. Everything else comes later: with a code, that it failed. */
  accept(sent: SendForm, failing?: number): MessageRecord
  /** A text that Twilio itself, or the answer of a webhook, sends. Nobody is told how far it got. */
  answer(to: string, text: string): void
}

interface Needs extends NetworkParts {
  account: TwilioAccount
  records: MessageRecords
  bring(post: FormPost): void
}

const UNREACHABLE = 30003
const UNKNOWN = 30008

export function createOutgoing(needs: Needs): Outgoing {
  const { account, records, dice, timers, pace, phones, faults, clock, bring } = needs
  const { accountSid, from } = account

  const move = (record: MessageRecord, sent: SendForm, [status, errorCode]: Step) => {
    records.move(record.sid, status, errorCode)
    const form = statusForm({ record, accountSid, status, errorCode, at: clock.now() })
    const url = sent.statusCallback
    if (url !== undefined) bring({ url, form, token: dice.hex(32) })
  }
  const deliver = async (record: MessageRecord, sent: SendForm) => {
    const files = await Promise.all(
      sent.mediaUrls.map(url => fetchFile({ url, name: '' }, timers.signal))
    )
    if (files.some(file => file instanceof Error)) return move(record, sent, ['failed', UNKNOWN])
    move(record, sent, ['sent'])
    timers.after(pace.deliveredMs, () => {
      if (!phones.ownerOf(sent.to) || faults.strikes('undeliverable')) {
        return move(record, sent, ['undelivered', UNREACHABLE])
      }
      show(needs, record, files as SentFile[])
      move(record, sent, ['delivered'])
    })
  }
  const write = (to: string, body: string, direction: MessageRecord['direction'], media = 0) => {
    const sid = `${media ? 'MM' : 'SM'}${dice.hex(32)}`
    return records.add({ sid, direction, from, to, body, media, status: 'queued' })
  }
  return {
    accept(sent, failing) {
      const record = write(sent.to, sent.body, 'outbound-api', sent.mediaUrls.length)
      timers.after(0, () => move(record, sent, ['queued']))
      timers.after(pace.sentMs, () => {
        if (failing) move(record, sent, ['failed', failing])
        else void deliver(record, sent)
      })
      return record
    },
    answer(to, text) {
      const record = write(to, text, 'outbound-reply')
      timers.after(pace.sentMs, () => {
        show(needs, record, [])
        records.move(record.sid, 'delivered')
      })
    }
  }
}

type Step = [TwilioStatus, number?]

/** A phone shows a message with several pictures as several. */
function show({ phones }: NetworkParts, { sid, to, body }: MessageRecord, files: SentFile[]) {
  const [first, ...more] = files
  phones.receive(to, 'messages', { id: sid, text: body, ...(first && { file: first }) })
  for (const [index, file] of more.entries()) {
    phones.receive(to, 'messages', { id: `${sid}-${index + 1}`, text: '', file })
  }
}
