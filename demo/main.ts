import { startRelay } from '@segue/relay'
import { demoRoutes } from './compose.ts'
import { DEMO, demoConfig, webhooksOf } from './demo-config.ts'
import { startNetworks } from './networks/networks.ts'

const port = Number(process.env.PORT ?? 3000)
const publicUrl = `http://localhost:${port}`
const webhooks = webhooksOf(publicUrl)

const networks = await startNetworks({
  whatsapp: { ...DEMO.whatsapp, webhook: webhooks.whatsapp },
  twilio: { ...DEMO.twilio, webhook: webhooks.twilio }
})

const relay = await startRelay(demoConfig({ publicUrl, apiUrl: networks.url }), {
  env: { LOG_LEVEL: 'warn', ...process.env, PORT: String(port) },
  now: networks.clock.now,
  routes: demoRoutes({ networks, ...DEMO })
}).catch(async (error: Error) => {
  console.error(error.message)
  await networks.close()
  process.exit(1)
})

console.info(`
  Segue is running.

  ${publicUrl}/         everything side by side
  ${publicUrl}/shop/    a shop with the widget
  ${publicUrl}/phone/   a phone with WhatsApp and Messages
  ${publicUrl}/inbox/   the company's inbox  (token: ${DEMO.agentToken})
`)

async function stop() {
  await relay.close()
  await networks.close()
  process.exit()
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
