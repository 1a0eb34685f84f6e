import express, { type ErrorRequestHandler, Router } from 'express'
import { Type } from 'typebox'
import { NotADraftLink } from './networks/draft-link.ts'
import { type Fault, NO_FAULTS } from './networks/faults.ts'
import type { Networks } from './networks/networks.ts'
import { NoSuchPhone } from './networks/owners.ts'
import { NoSuchButton } from './networks/phones.ts'
import { phoneState } from './phone-state.ts'
import { phoneStream } from './phone-stream.ts'
import { taking } from './taking.ts'

const PhoneNumber = Type.String({ maxLength: 20 })
const App = Type.Enum(['whatsapp', 'messages'])
const Chat = { phone: PhoneNumber, app: App }
const Share = Type.Number({ minimum: 0, maximum: 1 })
const shares = Object.keys(NO_FAULTS).map(name => [name, Share])
const Faults = Type.Partial(Type.Object(Object.fromEntries(shares) as Record<Fault, typeof Share>))
/** With its bytes in base64. */
const File = Type.Object({ name: Type.String(), mime: Type.String(), data: Type.String() })

/** The phones over HTTP, for their page and for the shop: `/phone/api/…`. */
export function phoneApi(networks: Networks): Router {
  const router = Router()
  router.use(express.json({ limit: '12mb' }))
  router.get('/state', (_, res) => void res.json(phoneState(networks)))
  router.get('/stream', phoneStream(networks))
  router.get('/files/:id', (req, res) => {
    const file = networks.phone.file(req.params.id)
    if (file) res.type(file.mime || 'bin').send(Buffer.from(file.bytes))
    else res.sendStatus(404)
  })
  useHands(router, networks)
  useSwitches(router, networks)
  return router.use(explainRefusal)
}

/** What an owner does with the phone. */
function useHands(router: Router, { phone }: Networks) {
  const Open = Type.Object({ link: Type.String(), phone: Type.Optional(PhoneNumber) })
  const open = taking(Open, ({ link, phone: number = phone.inHand() }) => ({
    phone: number,
    app: phone.openLink(number, link)
  }))
  const Send = Type.Object({ ...Chat, text: Type.String(), file: Type.Optional(File) })
  const send = taking(Send, ({ phone: number, app, text, file }) => {
    const bytes = file && { ...file, bytes: Buffer.from(file.data, 'base64') }
    return phone.write(number, app, { text, ...(bytes && { file: bytes }) })
  })
  const Tap = Type.Object({ ...Chat, bubble: Type.String(), button: Type.String() })
  const tap = taking(Tap, ({ phone: number, app, ...what }) => phone.tap(number, app, what))
  const read = taking(Type.Object(Chat), ({ phone: number, app }) => phone.read(number, app))
  router.post('/open', open).post('/send', send).post('/tap', tap).post('/read', read)
}

/** What stands beside the phone: who holds it, what goes wrong, what time it is. */
function useSwitches(router: Router, { phone, faults, clock }: Networks) {
  const hand = taking(Type.Object({ phone: PhoneNumber }), ({ phone: number }) =>
    phone.takeInHand(number)
  )
  const Owner = Type.Object({ phone: PhoneNumber, sharesNumber: Type.Boolean() })
  const owner = taking(Owner, ({ phone: number, sharesNumber }) =>
    phone.setSharesNumber(number, sharesNumber)
  )
  const fault = taking(Type.Object({ network: App, faults: Faults }), given => {
    faults[given.network].set(given.faults)
    phone.changed()
  })
  /** Without `advance`: back to the real time. */
  const Time = Type.Object({ advance: Type.Optional(Type.Number({ minimum: 0 })) })
  const time = taking(Time, ({ advance }) => {
    if (advance === undefined) clock.reset()
    else clock.advance(advance)
    phone.changed()
  })
  router.post('/hand', hand).post('/owner', owner).post('/faults', fault).post('/clock', time)
}

const explainRefusal: ErrorRequestHandler = (error, _req, res, next) => {
  const ours = [NotADraftLink, NoSuchPhone, NoSuchButton].some(kind => error instanceof kind)
  if (!ours) return next(error)
  res.status(400).json({ error: { code: 'bad_request', message: error.message } })
}
