#!/usr/bin/env node
import { parseArgs } from 'node:util'
import type { Config } from './config.ts'
import { loadConfig } from './load-config.ts'
import { makeVapidKeys } from './push/index.ts'
import { type Relay, startRelay } from './relay.ts'

const HELP = `segue-relay: the relay of the Segue chat widget

  segue-relay [--config <path>] [--env <path>]
  segue-relay vapid   makes the two keys that web push needs

  --config <path>  the configuration: .ts, .js or .json (default: segue.config.ts here)
  --env <path>     a file of NAME=value lines; what the environment says already stays as it is
  --help           this text

The environment: PORT, SEGUE_DATA (directory of the store), LOG_LEVEL,
and whatever the configuration asks for by env:NAME.`

await run()

async function run(): Promise<void> {
  try {
    const options = {
      config: { type: 'string' },
      env: { type: 'string' },
      help: { type: 'boolean' }
    } as const
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    if (values.help) return console.info(HELP)
    if (positionals.length > 0) return obey(positionals)
    if (values.env) process.loadEnvFile(values.env)
    // Checked as a whole by startRelay, whatever it is.
    const config = (await loadConfig(values.config)) as Config
    const relay = await startRelay(config, { env: process.env })
    console.info(`Segue relay listens on ${relay.url}`)
    closeOnSignal(relay)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

/** @throws {Error} for a word it does not know */
function obey([word, ...more]: string[]): void {
  if (word !== 'vapid' || more.length > 0) {
    throw new Error(`segue-relay knows no ${[word, ...more].join(' ')}. Try: segue-relay --help`)
  }
  const { publicKey, privateKey } = makeVapidKeys()
  console.info(`VAPID_PUBLIC_KEY=${publicKey}\nVAPID_PRIVATE_KEY=${privateKey}`)
}

/** The first signal lets what is under way finish; a second one does not wait. */
function closeOnSignal(relay: Relay): void {
  let isClosing = false
  const stop = async () => {
    if (isClosing) process.exit(1)
    isClosing = true
    await relay.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
