import type { Browser, Page } from 'playwright-core'
import { type ExitClient, openExitSite } from '../doubles/exit-site.ts'
import {
  goAndComeBack,
  kill,
  openExitBrowser,
  openStage,
  type Stage,
  send,
  sendAndGo,
  setVisible
} from '../doubles/exits.ts'

export const EXIT_CLIENTS: readonly ExitClient[] = ['segue', 'segment', 'segment-batching']

/** Who is not done by then, counted from the end of the scene, has lost what is missing. */
const PATIENCE_MS = 9_000

interface Scene {
  name: string
  sent: number
  play(stage: Stage, elsewhere: string): Promise<unknown>
}

const TEN = Array.from({ length: 10 })

const SCENES: Scene[] = [
  ...[2_000, 20_000].map(
    (bytes): Scene => ({
      name: `next page in the same task, 5 of ${bytes / 1_000} KB`,
      sent: 5,
      play: async stage => sendAndGo(await stage.open(), 5, bytes)
    })
  ),
  {
    name: 'hidden and shown twice',
    sent: 5,
    async play(stage) {
      const page = await stage.open()
      await send(page, 5, 2_000)
      for (const visible of [false, true, false, true]) await setVisible(page, visible)
    }
  },
  {
    name: 'away and back by the back button',
    sent: 5,
    async play(stage, elsewhere) {
      const page = await stage.open()
      await send(page, 5, 20_000)
      await goAndComeBack(page, elsewhere)
    }
  },
  {
    name: 'renderer killed, site opened again',
    sent: 5,
    async play(stage) {
      const page = await stage.open()
      await send(page, 5, 2_000)
      await kill(page)
      await stage.open()
    }
  },
  {
    name: 'relay away at exit, back on the next page',
    sent: 5,
    async play(stage) {
      const page = await stage.open()
      stage.cut(true)
      await sendAndGo(page, 5, 2_000)
      stage.cut(false)
    }
  },
  {
    name: 'ten tabs without a network, opened again together',
    sent: 50,
    async play(stage) {
      const pages = await Promise.all(TEN.map(() => stage.open()))
      stage.cut(true)
      await Promise.all(pages.map(page => send(page, 5, 2_000)))
      await Promise.all(pages.map(page => page.close({ runBeforeUnload: false })))
      stage.cut(false)
      await Promise.all(TEN.map(() => stage.open()))
    }
  },
  {
    name: 'offline, 50 events, online',
    sent: 50,
    async play(stage) {
      const page: Page = await stage.open()
      await stage.context.setOffline(true)
      await send(page, 50, 2_000)
      await stage.context.setOffline(false)
    }
  }
]

export interface ExitCount {
  scene: string
  client: ExitClient
  sent: number
  /** Different events that came. */
  unique: number
  /** Events that came, with all repetitions. */
  wire: number
}

/** Plays every scene with every client in a real browser, the relay 300 ms away, and counts what came. */
export async function measureExits(): Promise<ExitCount[]> {
  const [browser, site] = await Promise.all([openExitBrowser(), openExitSite(EXIT_CLIENTS)])
  try {
    const counts: ExitCount[] = []
    for (const scene of SCENES) {
      const played = EXIT_CLIENTS.map(client => playScene(browser, site, { scene, client }))
      counts.push(...(await Promise.all(played)))
    }
    return counts
  } finally {
    await browser.close()
    await site.close()
  }
}

async function playScene(
  browser: Browser,
  site: Awaited<ReturnType<typeof openExitSite>>,
  { scene, client }: { scene: Scene; client: ExitClient }
): Promise<ExitCount> {
  const stage = await openStage(browser, site, client)
  try {
    await scene.play(stage, `${site.url}/elsewhere`)
    await new Promise(resolve => setTimeout(resolve, PATIENCE_MS))
    return { scene: scene.name, client, sent: scene.sent, ...stage.recorder.counts() }
  } finally {
    await stage.close()
  }
}
