import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, type Relay, type RelayOptions, startRelay } from '../../relay/src/index.ts'
import { createLog } from '../../relay/src/telemetry/log.ts'

/** What the test relay's configuration says, for tests to say the same. */
export const testSite = {
  key: 'shop',
  secret: 'a-secret-of-the-test-shop-0001',
  name: 'Test Shop',
  origin: 'http://shop.test'
} as const

export const testAgent = {
  id: 'kim',
  name: 'Kim',
  email: 'kim@shop.test',
  token: 'kim-token-0000000001'
} as const

export const testWhatsApp = {
  id: 'whatsapp',
  channel: 'whatsapp-cloud',
  number: '+46766000001',
  phoneNumberId: '100000000000001',
  accessToken: 'whatsapp-access-token-0001',
  appSecret: 'whatsapp-app-secret-00001',
  verifyToken: 'whatsapp-verify-token'
} as const

export const testSms = {
  id: 'sms',
  channel: 'twilio',
  accountSid: 'AC00000000000000000000000000000001',
  authToken: 'twilio-auth-token-0000001',
  from: '+46766000002'
} as const

export interface TestRelayOverrides extends Partial<RelayOptions> {
  /** Merged over the usual configuration. */
  config?: Partial<Config>
  /** Where the networks are simulated. Without one, sends go nowhere. */
  whatsappUrl?: string
  twilioUrl?: string
  /** An existing data directory: it is used, and left behind. */
  dir?: string
}

export interface TestRelay extends Relay {
  /** Where the store and files are. */
  dir: string
  /** Every line logged so far, whatever its level. */
  logged: string[]
}

// Port 9 is the discard service: nothing answers there.
const NOWHERE = 'http://127.0.0.1:9'

/** The configuration of the test relay: one site, two accounts, one agent. */
export function testConfig(overrides: TestRelayOverrides, dir: string): Config {
  const { whatsappUrl = NOWHERE, twilioUrl = NOWHERE, config } = overrides
  const { origin, ...site } = testSite
  return {
    port: 0,
    host: '127.0.0.1',
    store: `sqlite:${dir}`,
    sites: [{ ...site, country: 'SE', origins: [origin] }],
    accounts: [
      { ...testWhatsApp, apiUrl: whatsappUrl },
      { ...testSms, apiUrl: twilioUrl }
    ],
    agents: [{ ...testAgent }],
    ...config
  }
}

/** Starts a real relay on an ephemeral port and a store of its own. It logs nothing but into `logged`. */
export async function startTestRelay(overrides: TestRelayOverrides = {}): Promise<TestRelay> {
  const dir = overrides.dir ?? (await mkdtemp(join(tmpdir(), 'segue-relay-')))
  const logged: string[] = []
  const log = createLog('trace', { write: line => logged.push(line) })
  const clean = async () => {
    if (!overrides.dir) await rm(dir, { recursive: true, force: true })
  }
  const starting = startRelay(testConfig(overrides, dir), { log, ...overrides })
  const relay = await starting.catch(async error => {
    await clean()
    throw error
  })
  return {
    ...relay,
    dir,
    logged,
    async close() {
      await relay.close()
      await clean()
    }
  }
}
