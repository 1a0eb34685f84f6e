import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import type { SentFile } from '../chats.ts'
import type { NetworkParts } from '../network-parts.ts'
import type { TwilioAccount } from './account.ts'
import type { Incoming } from './incoming.ts'
import { listMessages } from './message-list.ts'
import { type MessageRecords, messageResource } from './message-record.ts'
import { readSendForm } from './message-rules.ts'
import type { OptOuts } from './opt-out.ts'
import type { Outgoing } from './outgoing.ts'
import { type TwilioCode, twilioError } from './twilio-errors.ts'

export interface TwilioNeeds extends NetworkParts {
  account: TwilioAccount
  records: MessageRecords
  optOuts: OptOuts
  outgoing: Outgoing
  incoming: Incoming
}

/** The part of Twilio's API that a company with an SMS number uses. */
export function twilioRoutes(needs: TwilioNeeds): Router {
  const { accountSid } = needs.account
  const router = Router()
  const messages = `/2010-04-01/Accounts/${accountSid}/Messages`
  const form = express.text({ limit: '1mb', type: () => true })
  router.use('/2010-04-01', requireAccount(needs.account))
  router.post(`${messages}.json`, form, (req, res) => send(needs, req, res))
  router.get(`${messages}.json`, (req, res) => {
    res.json(listMessages(needs.records.list(), accountSid, req.originalUrl))
  })
  router.get(`${messages}/:sid.json`, (req, res) => {
    const record = needs.records.find(req.params.sid)
    if (record) res.json(messageResource(record, accountSid))
    else refuse(res, 20404)
  })
  // The real API sends downloads elsewhere too: to a host that asks for no password.
  router.get(`${messages}/:sid/Media/:id`, (req, res) => {
    if (needs.incoming.media(req.params.id)) res.redirect(307, `/media-store/${req.params.id}`)
    else refuse(res, 20404)
  })
  router.get('/media-store/:id', (req, res) => giveFile(res, needs.incoming.media(req.params.id)))
  return router
}

function giveFile(res: Response, file: SentFile | undefined) {
  if (file) res.type(file.mime).send(Buffer.from(file.bytes))
  else res.sendStatus(404)
}

function requireAccount({ accountSid, authToken }: TwilioAccount): RequestHandler {
  const wanted = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
  return (req, res, next) => (req.headers.authorization === wanted ? next() : refuse(res, 20003))
}

function refuse(res: Response, code: TwilioCode) {
  const { status, body } = twilioError(code)
  res.status(status).json(body)
}

function send({ faults, account, optOuts, outgoing }: TwilioNeeds, req: Request, res: Response) {
  if (faults.strikes('serverErrors')) return refuse(res, 20500)
  if (faults.strikes('rateLimits')) return refuse(res, 20429)
  const sent = readSendForm(new URLSearchParams(String(req.body)), account.from)
  if (typeof sent === 'number') return refuse(res, sent)
  const refused = optOuts.isOut(sent.to)
  if (refused && !faults.strikes('lateErrors')) return refuse(res, 21610)
  const record = outgoing.accept(sent, refused ? 21610 : undefined)
  // The message is taken and on its way, but its sender will never hear so.
  if (faults.strikes('timeouts')) return
  res.status(201).json(messageResource(record, account.accountSid))
}
