import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { borrowChromium } from '../doubles/borrow-chromium.ts'
import { fillDesk } from '../doubles/busy-desk.ts'
import { type FakeAgentApi, startFakeAgentApi } from '../doubles/fake-agent-api.ts'

/** Builds the inbox as it is now, apart from the one the relay serves. Remove it when done. */
export async function buildInbox(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'segue-inbox-'))
  await build({
    configFile: join(import.meta.dirname, '../../relay/inbox/vite.config.ts'),
    logLevel: 'silent',
    build: { outDir: folder, emptyOutDir: true }
  })
  return { folder, remove: () => rm(folder, { recursive: true }) }
}

/** An agent's browser at an inbox, and everything that went wrong in it. */
export interface OpenInbox {
  api: FakeAgentApi
  page: Page
  /** Uncaught errors, refused by the policy, or asked of somebody else. */
  wrongs: string[]
  close(): Promise<void>
}

/** Opens the door of an inbox on an ordinary morning, in a browser of its own. */
export async function openInbox(
  browser: Browser,
  { folder, ...options }: { folder: string } & BrowserContextOptions
): Promise<OpenInbox> {
  const api = await startFakeAgentApi({ folder })
  fillDesk(api.desk)
  const context = await browser.newContext({ locale: 'en-GB', ...options })
  const page = await context.newPage()
  const wrongs: string[] = []
  page.on('pageerror', error => wrongs.push(error.message))
  page.on('console', message => {
    if (message.text().includes('Content Security Policy')) wrongs.push(message.text())
  })
  page.on('request', request => {
    const isOwn = request.url().startsWith(api.url) || /^(blob|data):/.test(request.url())
    if (!isOwn) wrongs.push(`asked ${request.url()}`)
  })
  return {
    api,
    page,
    wrongs,
    async close() {
      await context.close()
      await api.close()
    }
  }
}

/** Signs in by the fragment, and opens a conversation if one is named. */
export async function enter({ api, page }: OpenInbox, conversation?: string): Promise<void> {
  await page.goto(`${api.url}/inbox/#token=${api.token}`)
  await page.waitForSelector('[data-item]')
  if (!conversation) return
  await page.click(`[data-item="${conversation}"]`)
  await page.waitForSelector('[data-message]')
}

/** A fresh inbox at 1280×800 for every test of a file, in one browser. Each must end without anything going wrong in it. */
export function useInbox(): () => OpenInbox {
  let browser: Browser
  let built: Awaited<ReturnType<typeof buildInbox>>
  let inbox: OpenInbox

  beforeAll(async () => {
    built = await buildInbox()
    browser = await borrowChromium()
  })
  afterAll(async () => {
    await browser.close()
    await built.remove()
  })
  beforeEach(async () => {
    const viewport = { width: 1280, height: 800 }
    inbox = await openInbox(browser, { folder: built.folder, viewport, reducedMotion: 'reduce' })
  })
  afterEach(async () => {
    const { wrongs } = inbox
    await inbox.close()
    expect(wrongs).toEqual([])
  })
  return () => inbox
}
