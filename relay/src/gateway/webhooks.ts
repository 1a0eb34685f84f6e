import type { Request, Response } from 'express'
import { type ChannelEvent, ChannelInputError, type WebhookCall } from '../core/channel.ts'
import { receiveFromNetwork } from '../core/phone/receive-from-network.ts'
import type { Account } from '../core/settings.ts'
import { answerTo } from './errors.ts'
import { readBody } from './read-body.ts'
import type { Rim } from './rim.ts'
import type { Route } from './route.ts'

/** Larger than any batch a provider documents. */
const MAX_BYTES = 3 * 1024 * 1024

/** How a call ended: what is counted, and answered. */
interface Ending {
  outcome: 'accepted' | 'challenge' | 'unknown_account' | 'forged' | 'bad' | 'failed'
  status: number
  text?: string
}

/**
 * `GET` and `POST /webhooks/<account id>`: raw body → verify → parse → core.
 *
 * Whatever happens the answer's body is empty, but for a provider's own challenge: some networks
 * send it on to the person as a message. What was wrong is in the log.
 */
export function webhookRoutes(rim: Rim): Route[] {
  const answer = async (req: Request, res: Response) => {
    const account = rim.ports.accounts.get(String(req.params.account))
    const ending: Ending = account
      ? await receive(rim, account, req)
      : { outcome: 'unknown_account', status: 404 }
    // Not the id of an unknown one: a stranger could fill the registry with names.
    rim.meter.countWebhook(account?.id ?? '', ending.outcome)
    res.status(ending.status)
    if (ending.text === undefined) res.end()
    else res.type('text/plain').send(ending.text)
  }
  const route = (method: 'get' | 'post', summary: string): Route => ({
    method,
    path: '/webhooks/{account}',
    summary,
    auth: 'signature',
    ...(method === 'post' ? { body: '*/*' } : {}),
    replies: method === 'get' ? { 200: 'text/plain' } : { 200: null, 204: null },
    handlers: [answer]
  })
  return [
    route('get', 'A provider checks that this webhook is ours.'),
    route('post', 'A provider tells what happened on one of the company’s accounts.')
  ]
}

async function receive(rim: Rim, account: Account, req: Request): Promise<Ending> {
  const { ports, log } = rim
  try {
    const call = await callOf(ports.publicUrl, req)
    const verdict = account.channel.verify(call)
    if (typeof verdict === 'object') {
      return { outcome: 'challenge', status: 200, text: verdict.challenge }
    }
    if (!verdict) {
      log.warn('a webhook without a good signature was refused', { account: account.id })
      return { outcome: 'forged', status: 403 }
    }
    const events = parse(account, call)
    return await keep(rim, account, events)
  } catch (error) {
    const { status } = error instanceof ChannelInputError ? { status: 400 } : answerTo(error)
    log.error('a webhook could not be read', error, { account: account.id, status })
    return { outcome: 'bad', status: status === 500 ? 400 : status }
  }
}

async function callOf(publicUrl: string, req: Request): Promise<WebhookCall> {
  const headers: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(req.headers)) headers[name] = String(value)
  const body = await readBody(req, MAX_BYTES)
  return { method: req.method, url: publicUrl + req.originalUrl, headers, body }
}

/** A body that breaks the channel's own reading cannot be its provider's either. */
function parse({ channel }: Account, call: WebhookCall): ChannelEvent[] {
  try {
    return channel.parse(call)
  } catch (cause) {
    if (cause instanceof ChannelInputError) throw cause
    throw new ChannelInputError('The body cannot be read.', { cause })
  }
}

async function keep(
  { ports, log }: Rim,
  account: Account,
  events: ChannelEvent[]
): Promise<Ending> {
  try {
    await receiveFromNetwork(ports, account, events)
    return { outcome: 'accepted', status: account.channel.accepts }
  } catch (error) {
    // The provider tries again later; what was kept already is not kept twice.
    log.error('a webhook could not be kept', error, { account: account.id, events: events.length })
    return { outcome: 'failed', status: 503 }
  }
}
