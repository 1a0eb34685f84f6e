import type { Router } from 'express'
import { createCourier } from '../courier.ts'
import type { NetworkParts } from '../network-parts.ts'
import type { TwilioAccount } from './account.ts'
import { type FormPost, packForm, repliesIn } from './form-post.ts'
import { createIncoming } from './incoming.ts'
import { createMessageRecords } from './message-record.ts'
import { createOptOuts } from './opt-out.ts'
import { createOutgoing } from './outgoing.ts'
import { mayRetry, readRetryPolicy } from './retry-policy.ts'
import { twilioRoutes } from './twilio-routes.ts'

interface Needs extends NetworkParts {
  /** Where the API answers. */
  origin: string
}

/** SMS and Twilio's API, from a phone's screen to the company's webhook and back. */
export function startTwilio(account: TwilioAccount, parts: Needs): { routes: Router } {
  const { phones, clock, pace } = parts
  const records = createMessageRecords(clock)
  const optOuts = createOptOuts(phones)
  const courier = createCourier<FormPost>({
    ...parts,
    batch: 1,
    patienceMs: 15_000,
    takes: status => status >= 200 && status < 300,
    ready: async () => account.webhook !== '',
    pack: posts => packForm(posts[0]!, account),
    retryAfter: ([post], attempt, ending) =>
      mayRetry(readRetryPolicy(post!.url), attempt, ending)
        ? pace.retryMs * 2 ** (attempt - 1)
        : undefined,
    taken: ([post], answer) => heard(post!, answer)
  })
  const outgoing = createOutgoing({ ...parts, account, records, bring: courier.bring })
  const more = { account, records, optOuts, outgoing, bring: courier.bring }
  const incoming = createIncoming({ ...parts, ...more })

  /** Whatever a webhook answers is sent to the person who wrote. */
  const heard = ({ inbound }: FormPost, answer: { type: string; body: string }) => {
    if (!inbound) return
    phones.tick('messages', inbound.sid, 'delivered')
    for (const text of repliesIn(answer)) outgoing.answer(inbound.number, text)
  }
  phones.connect({
    app: 'messages',
    title: '',
    number: account.from,
    carry: incoming.carry,
    // Nobody tells a company that its text was read.
    seen: () => undefined
  })
  return { routes: twilioRoutes({ ...parts, ...more, incoming }) }
}
