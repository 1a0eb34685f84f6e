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

/**
 * A real Chromium: the system's if there is one, else the one that comes with the packages, so that a bare machine is enough.
 * Close it when done.
 *
 * @param without arguments of the driver that are left out
 */
export async function openChromium(args: string[] = [], without: string[] = []): Promise<Browser> {
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
