import { once } from 'node:events'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { Worker } from 'node:worker_threads'
import { createSdk } from '@segue/sdk'
import { build } from 'esbuild'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { callEverything } from '../doubles/call-everything.ts'

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const doubles = join(import.meta.dirname, '../doubles')

describe('where there is no page', () => {
  it('everything can be called on a server', () => {
    expect(callEverything()).toEqual([])
  })

  it('everything can be called in a worker', async () => {
    const worker = new Worker(join(doubles, 'call-in-worker.ts'))
    onTestFinished(async () => void (await worker.terminate()))
    expect(await once(worker, 'message')).toEqual([[]])
  })

  it('everything can be called at the edge, where a few globals are all there is', async () => {
    const { outputFiles } = await build({
      entryPoints: [join(doubles, 'call-everything.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'made',
      define: { 'process.env.NODE_ENV': '"production"' }
    })
    // Without document, window, navigator, storage, WebSocket, process and Buffer.
    const { TextEncoder, AbortController, URL, setTimeout, clearTimeout, console } = globalThis
    const { queueMicrotask, crypto } = globalThis
    const context = createContext({
      ...{ TextEncoder, AbortController, URL, setTimeout, clearTimeout, console },
      ...{ queueMicrotask, crypto }
    })
    runInContext(outputFiles[0]!.text, context)
    expect(Array.from(runInContext('made.callEverything()', context))).toEqual([])
  })

  it('nothing is sent: one user would be given another’s events', async () => {
    const fetch = vi.fn()
    vi.stubGlobal('fetch', fetch)
    const { identify, track, page, on, flush, destroy } = createSdk({
      key: 'shop',
      relay: 'https://relay.example',
      consent: 'granted',
      pages: 'auto'
    })
    const heard: unknown[] = []
    on('queued', event => void heard.push(event))
    identify('ada')
    track('Rendered')
    page()
    await flush()
    destroy()
    expect([heard, fetch.mock.calls]).toEqual([[], []])
  })
})
