import type { Config } from '@segue/relay'
import { demoTexts } from './demo-texts.ts'

/** What the demo is made of. Nothing here opens anything outside this machine, but for web push where it is asked for. */
export const DEMO = {
  siteKey: 'norrsken',
  agentToken: 'demo-token-of-astrid',
  whatsapp: {
    phoneNumberId: '106540352242922',
    number: '+46766000000',
    accessToken: 'demo-access-token',
    appSecret: 'demo-app-secret-of-meta',
    verifyToken: 'demo-verify-token',
    name: 'Norrsken'
  },
  twilio: {
    accountSid: 'AC00000000000000000000000000000000',
    authToken: 'demo-auth-token-of-twilio',
    from: '+46766000001'
  }
} as const

export interface DemoAddresses {
  /** Where the relay is: `http://localhost:3000`. */
  publicUrl: string
  /** Where the simulated networks are. */
  apiUrl: string
  /** Where mail goes; without it none is offered. */
  smtpUrl?: string
  /** Where the shop is, when it is not where the relay is. */
  shopOrigin?: string
  /** Whether browsers are told of answers, by the keys in the environment: that asks their makers' push services. */
  push?: boolean
}

/** Where the shop has its service worker for answers. */
export const PUSH_WORKER = '/segue-push.js'

const PUSH = {
  publicKey: 'env:VAPID_PUBLIC_KEY',
  privateKey: 'env:VAPID_PRIVATE_KEY',
  subject: 'mailto:hello@norrsken.example'
}

const WORKDAY = '10:00-18:00'

/** The relay's configuration: a shop, its two accounts, and two people who answer. */
export function demoConfig({
  publicUrl,
  apiUrl,
  smtpUrl,
  shopOrigin = publicUrl,
  push = false
}: DemoAddresses): Config {
  const { name: _, ...whatsapp } = DEMO.whatsapp
  return {
    publicUrl,
    ...(smtpUrl ? { mail: { smtp: smtpUrl, from: 'hello@norrsken.example' } } : {}),
    ...(push && { push: PUSH }),
    sites: [
      {
        ...(push && { push: { worker: PUSH_WORKER, text: true } }),
        key: DEMO.siteKey,
        secret: 'demo-secret-that-signs-visitors-tokens',
        name: 'Norrsken',
        origins: [shopOrigin],
        // Dark green is lost on a dark page: there it is a light one.
        brand: { accent: '#20352c', accentDark: '#8ccfb4', radius: 16, font: 'page' },
        languages: ['en', 'sv'],
        texts: demoTexts,
        // The shop's own hours, with the holidays of every year.
        hours: {
          ...{ mon: WORKDAY, tue: WORKDAY, wed: WORKDAY, thu: WORKDAY, fri: WORKDAY },
          sat: '10:00-16:00',
          dates: { '12-24': 'closed', '12-25': 'closed', '12-26': 'closed', '01-01': 'closed' }
        },
        replyTime: 5,
        // Times read the same here, in the browser and on the phone.
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        country: 'SE',
        greeting: 'Hello! Ask us anything about our six things.',
        questions: [
          'Does the mug go in the dishwasher?',
          'Can you wrap it as a gift?',
          'When will it be here?'
        ]
      }
    ],
    accounts: [
      {
        id: 'whatsapp',
        channel: 'whatsapp-cloud',
        ...whatsapp,
        template: { name: 'answer', language: 'en' },
        apiUrl
      },
      { id: 'sms', channel: 'twilio', ...DEMO.twilio, apiUrl }
    ],
    agents: [
      {
        id: 'astrid',
        name: 'Astrid',
        email: 'astrid@norrsken.example',
        token: DEMO.agentToken
      },
      { id: 'nils', name: 'Nils', email: 'nils@norrsken.example', token: 'demo-token-of-nils' }
    ]
  }
}

/** Where each network brings its events. Twilio is asked to try again, which it does not by itself. */
export const webhooksOf = (publicUrl: string) => ({
  whatsapp: `${publicUrl}/webhooks/whatsapp`,
  twilio: `${publicUrl}/webhooks/sms#rc=5&rp=ct,rt,5xx`
})
