import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

/** By its arguments, while this worker runs: starting one takes as long as a test. It ends with the process. */
const running = new Map<string, Promise<Browser>>()

/**
 * A real Chromium: the system's if there is one, else the one that comes with the packages, so that a bare machine is enough.
 * Close it when done: then all pages in it are, and the next test file of the worker has it.
 *
 * @param without arguments of the driver that are left out
 */
export async function openChromium(args: string[] = [], without: string[] = []): Promise<Browser> {
  const kind = JSON.stringify([args, without])
  const browser = await (running.get(kind) ?? launch(args, without))
  running.set(kind, Promise.resolve(browser))
  const lent: Browser = Object.create(browser)
  lent.close = async () => {
    await Promise.all(browser.contexts().map(context => context.close()))
  }
  return lent
}

async function launch(args: string[], without: string[]): Promise<Browser> {
  const system = SYSTEM.find(path => existsSync(path))
  if (system) {
    const executablePath = system
    return chromium.launch({
      executablePath,
      args: [...QUIET, ...args],
      ignoreDefaultArgs: without
    })
  }
  // Outside AWS it unpacks the system libraries it needs only when told that it is there.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  const packed = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await packed.default.executablePath(),
    // Not the package's own arguments: they switch off the web's security, which we test.
    args: [...QUIET, ...args],
    ignoreDefaultArgs: without
  })
}
