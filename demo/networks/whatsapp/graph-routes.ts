import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import type { NetworkParts } from '../network-parts.ts'
import type { Owner } from '../screen.ts'
import type { WhatsAppAccount } from './account.ts'
import { type GraphRefusal, graphError } from './graph-errors.ts'
import type { Incoming } from './incoming.ts'
import type { MediaShelf } from './media-shelf.ts'
import { isRefusal, readMessage } from './message-rules.ts'
import type { Outgoing } from './outgoing.ts'
import { checkSend, type Recipient, recipientOf } from './send-rules.ts'
import { digitsOf } from './webhook-values.ts'

export interface GraphNeeds extends NetworkParts {
  account: WhatsAppAccount
  shelf: MediaShelf
  incoming: Incoming
  outgoing: Outgoing
  /** The company is writing to somebody. */
  showTyping(owner: Owner): void
}

/** The part of Meta's Graph API that a company with a WhatsApp number uses. */
export function graphRoutes(needs: GraphNeeds): Router {
  const router = Router()
  const signedIn = requireToken(needs)
  const json = express.json({ limit: '1mb', type: () => true })
  router.post('/:version/:number/messages', signedIn, json, (req, res) => {
    if (req.params.number !== needs.account.phoneNumberId) {
      const details = `Object with ID '${req.params.number}' does not exist`
      return refuse(needs, res, { code: 100, details })
    }
    return req.body?.status === 'read' ? markRead(needs, req, res) : send(needs, req, res)
  })
  router.get('/whatsapp_business/attachments/', signedIn, (req, res) => {
    const { mid, ext, hash } = req.query
    const file = needs.shelf.fetch({ mid: String(mid), ext: String(ext), hash: String(hash) })
    if (file) res.type(file.mime).send(Buffer.from(file.bytes))
    else res.sendStatus(404)
  })
  router.get('/:version/:media', signedIn, (req, res) => {
    const known = needs.shelf.describe(String(req.params.media), `http://${req.headers.host}`)
    if (known) res.json(known)
    else refuse(needs, res, { code: 100, details: 'No such media' })
  })
  return router
}

const requireToken =
  (needs: GraphNeeds): RequestHandler =>
  (req, res, next) => {
    if (req.headers.authorization === `Bearer ${needs.account.accessToken}`) return next()
    refuse(needs, res, { code: 190, details: 'The access token could not be decrypted' })
  }

function refuse({ dice }: GraphNeeds, res: Response, refusal: GraphRefusal) {
  const { status, body } = graphError(refusal, dice.hex(11))
  res.status(status).json(body)
}

/** The blue ticks, and "typing…" when asked for. */
function markRead(needs: GraphNeeds, req: Request, res: Response) {
  const { messaging_product: product, message_id: id, typing_indicator: typing } = req.body
  if (product !== 'whatsapp' || (typing && typing.type !== 'text')) {
    return refuse(needs, res, { code: 100, details: 'messaging_product or typing_indicator' })
  }
  const owner = needs.incoming.writerOf(String(id))
  if (!owner) return refuse(needs, res, { code: 100, details: 'message_id is not known' })
  tickUpTo(needs, owner, String(id))
  if (typing) needs.showTyping(owner)
  res.json({ success: true })
}

function tickUpTo({ phones }: GraphNeeds, owner: Owner, id: string) {
  const mine = phones.chat(owner.number, 'whatsapp').bubbles.filter(bubble => bubble.mine)
  const upTo = mine.findIndex(bubble => bubble.id === id)
  for (const bubble of mine.slice(0, upTo + 1)) phones.tick('whatsapp', bubble.id, 'read')
}

function send(needs: GraphNeeds, req: Request, res: Response) {
  const shown = readMessage(req.body ?? {}, needs.account.templates ?? [])
  if (isRefusal(shown)) return refuse(needs, res, shown)
  const recipient = recipientOf(req.body, needs.phones)
  if (!recipient) return refuse(needs, res, { code: 100, details: 'to or recipient is required' })

  const refusal = checkSend(needs, recipient, shown)
  const late = refusal?.code === 131047 && needs.faults.strikes('lateErrors')
  if (refusal && !late) return refuse(needs, res, refusal)

  const { biz_opaque_callback_data: data } = req.body
  const callbackData = typeof data === 'string' ? data : undefined
  const sent = { ...recipient, shown, callbackData, ...(refusal && { refusal }) }
  const id = needs.outgoing.accept(sent)
  // The message is taken and on its way, but its sender will never hear so.
  if (needs.faults.strikes('timeouts')) return
  res.json(sendReply(recipient, id))
}

const sendReply = ({ to, byId }: Recipient, id: string) => ({
  messaging_product: 'whatsapp',
  contacts: [{ input: to, wa_id: byId ? null : digitsOf(to) }],
  messages: [{ id }]
})
