import { brotliCompressSync } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import { tellScript } from '../../relay/src/gateway/site-script.ts'
import { type Built, buildScript } from '../../widget/build-script.ts'
import { LANGUAGES } from '../../widget/src/language.ts'

let files: Built[]
beforeAll(async () => {
  files = await buildScript()
})

/** Bytes on the way, all of these together. */
const weigh = (...names: RegExp[]): number => {
  const chosen = files.filter(({ path }) => names.some(name => name.test(path)))
  expect(chosen).toHaveLength(names.length)
  return chosen.reduce((sum, { code }) => sum + brotliCompressSync(code).length, 0)
}

const LOADER = /^widget\.js$/
const CHAT = /^widget\/chat-/
const SDK = /^widget\/sdk-/
const ENGLISH = /^widget\/en-/

it('shows its launcher for 4 KB, in one file', () => {
  expect(weigh(LOADER)).toBeLessThan(3_500)
})

it('shows its launcher in the colours, the shape and the place of a site for no more', () => {
  const { code } = files.find(({ path }) => LOADER.test(path))!
  expect(code.split('segue:0')).toHaveLength(2)
  const look = {
    name: 'Shop',
    accent: '#17624f',
    radius: 12,
    side: 'start',
    offset: '20 88'
  } as const
  const told = tellScript(code, { key: 'my-shop', look })
  expect(brotliCompressSync(told).length).toBeLessThan(3_500)
})

it('is ready to be typed in for 25 KB, in any language', () => {
  for (const language of LANGUAGES) {
    expect(weigh(LOADER, CHAT, new RegExp(`^widget/${language}-`)), language).toBeLessThan(22_500)
  }
})

it('fetches the chat’s side of the SDK and its HTTP client beside that, and no more than 32 KB in all', () => {
  expect(weigh(SDK)).toBeLessThan(10_550)
  expect(weigh(LOADER, CHAT, ENGLISH, SDK)).toBeLessThan(32_700)
})

it('fetches what tracks with the first call, or once the chat has begun', () => {
  expect(weigh(/^widget\/late-client-/)).toBeLessThan(3_600)
  expect(files.find(({ path }) => SDK.test(path))!.code).not.toContain('32 KiB')
})

it('fetches what tabs share a connection by beside the first of the session, for 2 KB', () => {
  expect(weigh(/^widget\/tabs-/)).toBeLessThan(2_150)
})

it('fetches what draws messages when the page is idle, or with the first of them', () => {
  expect(weigh(/^widget\/timeline-/)).toBeLessThan(6_700)
})

it('fetches what sends events, and what proves users to do so, with the first of them', () => {
  expect(weigh(/^widget\/send-events-/, /^widget\/post-proved-/)).toBeLessThan(1_600)
  expect(files.find(({ path }) => SDK.test(path))!.code).not.toContain('user_token_missing')
})

it('fetches what uploads files when somebody has a file, and not before', () => {
  expect(weigh(/^widget\/tray-/, /^widget\/upload-file-/)).toBeLessThan(2_700)
  expect(files.find(({ path }) => CHAT.test(path))!.code).not.toContain('createImageBitmap')
  expect(files.find(({ path }) => SDK.test(path))!.code).not.toContain('XMLHttpRequest')
})

it('fetches what fills an element or the window for those chats alone', () => {
  expect(weigh(/^widget\/stand-/)).toBeLessThan(900)
})

it('fetches what draws choices, cards and forms when there are any', () => {
  expect(weigh(/^widget\/content-/, /^widget\/fields-/)).toBeLessThan(3_200)
})

it('keeps the way to the phone, and its QR code, for those who go there', () => {
  expect(weigh(/^widget\/sheet-/, /^widget\/qr-/)).toBeLessThan(7_000)
  const chat = files.find(({ path }) => CHAT.test(path))!
  expect(chat.code).not.toContain('Waiting for your message')
  expect(chat.code).not.toMatch(/qr-code|lean-qr/)
})

it('fetches what shows earlier conversations, and what is said there, for those who look back', () => {
  for (const language of LANGUAGES) {
    const late = new RegExp(`^widget/late-${language}-`)
    expect(weigh(/^widget\/talks-/, /^widget\/use-late-/, late), language).toBeLessThan(5_900)
  }
})

it('fetches what is for after a conversation when it is wanted', () => {
  expect(weigh(/^widget\/rating-/, /^widget\/transcript-/)).toBeLessThan(2_150)
  expect(weigh(/^widget\/push-(?!browser)/, /^widget\/push-browser-/)).toBeLessThan(1_500)
})

it('fetches what is asked before the chat where something is', () => {
  const parts = [/^widget\/before-/, /^widget\/fields-/, /^widget\/use-late-/, /^widget\/late-de-/]
  expect(weigh(...parts)).toBeLessThan(4_400)
})

it('comes to the phone, with files, cards and forms, for 56 KB in all', () => {
  const parts = 'late-client tabs timeline content fields sheet qr tray upload-file'.split(' ')
  const lazy = parts.map(part => new RegExp(`^widget/${part}-`))
  expect(weigh(LOADER, CHAT, ENGLISH, SDK, ...lazy)).toBeLessThan(56_400)
})

it('is 74 KB with all that a visitor can ever fetch of it, in one language', () => {
  const others = LANGUAGES.filter(language => language !== 'en').join('|')
  const isOther = new RegExp(`^widget/(late-)?(${others})-`)
  const all = files.filter(({ path }) => !isOther.test(path))
  const bytes = all.reduce((sum, { code }) => sum + brotliCompressSync(code).length, 0)
  expect(bytes).toBeLessThan(74_500)
})

it('is nothing but these files, each with its hash in its name, and the service worker’s', () => {
  const uploads = ['tray', 'upload-file']
  const lazy = [
    'attention',
    'before',
    'content',
    'fields',
    'greet',
    'late-client',
    'poll-transport',
    'post-proved',
    'push',
    'push-browser',
    'qr',
    'rating',
    'send-events',
    'screen',
    'sheet',
    'stand',
    'tabs',
    'talks',
    'timeline',
    'transcript',
    'use-late',
    'watch-pages',
    ...uploads
  ]
  const late = LANGUAGES.map(language => `late-${language}`)
  const parts = ['chat', 'sdk', ...lazy, ...LANGUAGES, ...late].sort()
  const named = files.map(({ path }) => path.replace(/-[\w-]{8}\.js$/, '')).sort()
  const all = ['widget.js', 'widget/push.js', ...parts.map(part => `widget/${part}`)]
  expect(named).toEqual(all.sort())
})

it('holds no schema of the wire, and writes no HTML', () => {
  for (const { path, code } of files) {
    expect(code, path).not.toMatch(/typebox|additionalProperties/)
    // Preact's own two, for a prop that we never use.
    const writes =
      code.match(/\.(inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write/g) ?? []
    expect(writes.length, path).toBeLessThanOrEqual(CHAT.test(path) ? 2 : 0)
  }
})
