import type { Router } from 'express'
import { createCourier } from '../courier.ts'
import type { NetworkParts } from '../network-parts.ts'
import type { WhatsAppAccount } from './account.ts'
import { graphRoutes } from './graph-routes.ts'
import { createIncoming, type Letter } from './incoming.ts'
import { createMediaShelf } from './media-shelf.ts'
import { signMeta, writeMetaJson } from './meta-json.ts'
import { createOutgoing } from './outgoing.ts'
import { createTyping } from './typing.ts'
import { createWebhookCheck } from './webhook-check.ts'
import { type Business, webhookBody } from './webhook-values.ts'

/** Waits between tries double until they are so many times the first: 15 s at the everyday pace. */
const LONGEST_WAIT = 60
/** As many as a week holds, at the everyday pace. */
const MOST_TRIES = (7 * 24 * 60 * 60) / 15

/** WhatsApp and Meta's Cloud API, from a phone's screen to the company's webhook and back. */
export function startWhatsApp(account: WhatsAppAccount, parts: NetworkParts): { routes: Router } {
  const { clock, dice, phones } = parts
  const business: Business = { ...account, accountId: dice.digits(15) }
  const shelf = createMediaShelf(dice, clock)
  const check = createWebhookCheck(account, parts)
  const courier = createCourier<Letter>({
    ...parts,
    batch: 20,
    patienceMs: 10_000,
    takes: status => status === 200,
    ready: check.passed,
    pack: letters => pack(account, business, letters),
    retryAfter: (_, attempt) => retryAfter(parts.pace.retryMs, attempt),
    taken: letters => {
      for (const { bubble } of letters) if (bubble) phones.tick('whatsapp', bubble, 'delivered')
    }
  })
  const incoming = createIncoming({ ...parts, business, shelf, bring: courier.bring })
  const outgoing = createOutgoing({ ...parts, business, bring: courier.bring })
  phones.connect({
    app: 'whatsapp',
    title: account.name ?? account.number,
    number: account.number,
    carry: incoming.carry,
    seen: (_, ids) => outgoing.seen(ids)
  })
  check.start()
  return {
    routes: graphRoutes({
      ...parts,
      account,
      shelf,
      incoming,
      outgoing,
      showTyping: createTyping(parts)
    })
  }
}

function pack({ webhook, appSecret }: WhatsAppAccount, business: Business, letters: Letter[]) {
  const body = writeMetaJson(
    webhookBody(
      business,
      letters.map(({ value }) => value)
    )
  )
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'facebookexternalua',
    'x-hub-signature-256': signMeta(body, appSecret)
  }
  return { url: webhook, headers, body }
}

/** Anything but a success is tried again, ever more slowly, for seven days. */
function retryAfter(firstMs: number, attempt: number): number | undefined {
  if (attempt > MOST_TRIES) return undefined
  return attempt === 1 ? 0 : firstMs * Math.min(2 ** (attempt - 2), LONGEST_WAIT)
}
