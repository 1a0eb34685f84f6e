import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { type Clock, createClock } from './clock.ts'
import { createDice } from './dice.ts'
import { createFaultSwitches, type FaultSwitches } from './faults.ts'
import { TWO_PHONES } from './owners.ts'
import { EVERYDAY_PACE, type Pace } from './pace.ts'
import { createPhones, type PhoneNetwork } from './phones.ts'
import type { App, Owner } from './screen.ts'
import { createTimers } from './timers.ts'
import type { TwilioAccount } from './twilio/account.ts'
import { startTwilio } from './twilio/twilio.ts'
import { ANSWER_TEMPLATE, type WhatsAppAccount } from './whatsapp/account.ts'
import { startWhatsApp } from './whatsapp/whatsapp.ts'

export interface NetworkOptions {
  whatsapp: WhatsAppAccount
  twilio: TwilioAccount
  /** The real time, unless told. The networks' clock starts there and can be put forward. */
  now?: () => number
  /** The same seed gives the same ids, and the same faults at the same moments. */
  seed?: string
  owners?: readonly Owner[]
  pace?: Partial<Pace>
  /** 0, unless told: any free one. */
  port?: number
}

/** WhatsApp's and Twilio's side of the wire, and the phones behind it. */
export interface Networks {
  /** What to set as `apiUrl`. */
  url: string
  port: number
  phone: PhoneNetwork
  clock: Clock
  faults: Record<App, FaultSwitches>
  /** What an operator would see in the providers' consoles. */
  troubles(): string[]
  /** Aborted when the networks close. */
  closing: AbortSignal
  /** Says where events go, as a company does in its provider's console. */
  setWebhooks(urls: { whatsapp: string; twilio: string }): void
  close(): Promise<void>
}

/** Starts both networks on one port of the loopback interface. */
export async function startNetworks(options: NetworkOptions): Promise<Networks> {
  const whatsapp = { templates: [ANSWER_TEMPLATE], ...options.whatsapp }
  const twilio = { ...options.twilio }
  const common = createCommon(options)
  const { phones: phone, clock, timers, troubles } = common
  const parts = { whatsapp: partsOf('whatsapp', common), messages: partsOf('messages', common) }

  const api = express().disable('x-powered-by')
  const server = await listen(api, options.port ?? 0)
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  api.use(startTwilio(twilio, { ...parts.messages, origin: url }).routes)
  api.use(startWhatsApp(whatsapp, parts.whatsapp).routes)

  return {
    url,
    port,
    phone,
    clock,
    faults: { whatsapp: parts.whatsapp.faults, messages: parts.messages.faults },
    troubles: () => [...troubles.values()],
    closing: timers.signal,
    setWebhooks(urls) {
      whatsapp.webhook = urls.whatsapp
      twilio.webhook = urls.twilio
    },
    close() {
      timers.close()
      return stop(server)
    }
  }
}

/** What both networks share. */
function createCommon({ now, seed = 'segue', owners = TWO_PHONES, pace }: NetworkOptions) {
  const clock = createClock(now)
  const phones = createPhones(owners, clock)
  const troubles = new Map<App, string>()
  return {
    seed,
    clock,
    phones,
    troubles,
    timers: createTimers(),
    pace: { ...EVERYDAY_PACE, ...pace }
  }
}

function partsOf(app: App, { seed, troubles, ...common }: ReturnType<typeof createCommon>) {
  return {
    ...common,
    faults: createFaultSwitches(`${seed} ${app}`),
    dice: createDice(`${seed} ${app}`),
    report(trouble: string | undefined) {
      if (trouble === undefined) troubles.delete(app)
      else troubles.set(app, trouble)
      common.phones.changed()
    }
  }
}

function listen(api: express.Express, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = api.listen(port, '127.0.0.1', error => (error ? reject(error) : resolve(server)))
  })
}

function stop(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    // Answers held back on purpose would keep it open for ever.
    server.closeAllConnections()
  })
}
