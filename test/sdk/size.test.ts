import { expect, it } from 'vitest'
import { measureSdkBytes, OURS } from '../bench/sdk-bytes.ts'
import { bundleForPage, bytesOf, type Chunk } from '../doubles/bundle-sdk.ts'

const KB = 1024

it('costs a page that identifies and tracks 5 KB at first', async () => {
  const { first } = await measureSdkBytes(OURS)
  expect(first.gzip).toBeLessThan(5 * KB)
  expect(first.gzip).toBeGreaterThan(3 * KB)
})

it('costs it 11 KB in all, with the HTTP client that comes with the first send', async () => {
  const { all } = await measureSdkBytes(OURS)
  expect(all.gzip).toBeLessThan(11 * KB)
})

const CHAT = `import { createChat } from '@segue/sdk/chat'; createChat(sdk).open()`
const isForTabs = ({ modules }: Chunk) => modules.includes('sdk/src/tabs/tabs.ts')

it('costs a page that has the chat as well 17 KB in all', async () => {
  const chunks = await bundleForPage(`${OURS}\n${CHAT}`)
  expect(bytesOf(chunks.filter(chunk => !isForTabs(chunk))).brotli).toBeLessThan(17_500)
})

it('fetches what tabs share a connection by when the chat is opened, for 2 KB', async () => {
  const [chunk, ...others] = (await bundleForPage(`${OURS}\n${CHAT}`)).filter(isForTabs)
  expect(others).toEqual([])
  expect(chunk!.first).toBe(false)
  expect(bytesOf([chunk!]).brotli).toBeLessThan(2_150)
})

it('holds no chat, no schema of the wire and no check of events, unless they are asked for', async () => {
  const modules = (await bundleForPage(OURS)).flatMap(({ modules }) => modules)
  expect(modules).toContain('sdk/src/tracker.ts')
  const parts = /sdk\/src\/(tabs|chat|session|connection|line|thread|check-event)|typebox/
  expect(modules.filter(path => parts.test(path))).toEqual([])
})
