import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { demoRoutes } from '../../demo/compose.ts'
import { type Networks, startNetworks } from '../../demo/networks/networks.ts'
import { TWILIO, WHATSAPP } from './company.ts'

/** The demo's shop, phone and index on a port of their own, and no relay behind them. */
export interface DemoPages {
  url: string
  networks: Networks
  close(): Promise<void>
}

export async function openDemoPages(): Promise<DemoPages> {
  const networks = await startNetworks({
    pace: { sentMs: 0, deliveredMs: 0 },
    whatsapp: { ...WHATSAPP, webhook: '' },
    twilio: { ...TWILIO, webhook: '' }
  })
  const app = express()
  // The relay's parts have their own tests.
  app.get('/widget.js', (_, res) => void res.type('js').send(''))
  app.get('/inbox/', (_, res) => void res.send('<title>Inbox</title><html lang="en">'))
  app.use(demoRoutes({ networks, siteKey: 'norrsken' }))
  const server = await new Promise<Server>(resolve => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening))
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    networks,
    async close() {
      await networks.close()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  }
}
