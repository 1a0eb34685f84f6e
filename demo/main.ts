import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { startRelay } from '@segue/relay'
import { demoRoutes } from './compose.ts'
import { DEMO, demoConfig, webhooksOf } from './demo-config.ts'
import { keepPhones } from './keep-phones.ts'
import { startMailbox } from './networks/mail/mailbox.ts'
import { startNetworks } from './networks/networks.ts'

const { PORT = '3000', SEGUE_DATA = './data', VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY } = process.env
const push = !!(VAPID_PUBLIC_KEY && VAPID_PRIVATE_KEY)
const publicUrl = `http://localhost:${PORT}`
const webhooks = webhooksOf(publicUrl)

const networks = await startNetworks({
  // Ids must differ from those of the last start: the relay remembers them.
  seed: randomUUID(),
  whatsapp: { ...DEMO.whatsapp, webhook: webhooks.whatsapp },
  twilio: { ...DEMO.twilio, webhook: webhooks.twilio }
})

const mailbox = await startMailbox({ now: networks.clock.now })

const savePhones = keepPhones(networks, join(SEGUE_DATA, 'demo-phones.json'))
const { siteKey, agentToken } = DEMO
const relay = await startRelay(
  demoConfig({ publicUrl, apiUrl: networks.url, smtpUrl: mailbox.url, push }),
  {
    env: { LOG_LEVEL: 'warn', ...process.env, PORT },
    now: networks.clock.now,
    routes: demoRoutes({ networks, mailbox, siteKey, agentToken })
  }
).catch(async (error: Error) => {
  console.error(error.message)
  await Promise.all([networks.close(), mailbox.close()])
  process.exit(1)
})

console.info(`
  Segue is running.

  ${publicUrl}/         everything side by side
  ${publicUrl}/shop/    a shop with the widget
  ${publicUrl}/phone/   a phone with WhatsApp and Messages
  ${publicUrl}/mail/    what is mailed
  ${publicUrl}/gallery/ every state of the widget
  ${publicUrl}/inbox/   the company's inbox  (token: ${agentToken})
`)

async function stop() {
  await networks.close()
  await relay.close()
  await mailbox.close()
  savePhones()
  process.exit()
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
