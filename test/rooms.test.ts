import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

/**
 * The drawing of the house: what each room may import, besides itself and packages from elsewhere.
 * A room is the longest of these paths that a file lies under.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'sdk/src/protocol': [],
  // Colours, and nothing else: for everybody who paints.
  'sdk/src/theme': [],
  // What a text's marks mean: for everybody who shows one, or sends it where they mean nothing.
  'sdk/src/marks': [],
  'sdk/src': ['sdk/src/protocol'],
  // Works with the site's secret: nothing that a page loads knows it.
  'sdk/src/server': ['sdk/src', 'sdk/src/protocol'],
  // Sockets and polls, whatever goes over them.
  'sdk/src/transports': ['sdk/src'],
  // What the widget says is data: a configuration is checked against it.
  'widget/src/strings': ['widget/src'],
  'widget/src': ['sdk/src', 'sdk/src/marks', 'sdk/src/theme', 'widget/src/strings'],
  'relay/inbox': ['sdk/src/marks', 'sdk/src/protocol', 'sdk/src/theme', 'sdk/src/transports'],
  // Every arrow inside the relay points at the core.
  'relay/src/core': ['sdk/src/marks', 'sdk/src/protocol'],
  'relay/src/channels': ['relay/src/core', 'sdk/src/protocol'],
  'relay/src/outbox': ['relay/src/core', 'sdk/src/protocol'],
  'relay/src/mail': ['relay/src/core', 'sdk/src/marks', 'sdk/src/protocol', 'sdk/src/theme'],
  'relay/src/push': ['relay/src/core'],
  'relay/src/store': ['relay/src/core', 'sdk/src/protocol'],
  'relay/src/bus': ['relay/src/core', 'sdk/src/protocol'],
  'relay/src/gateway': ['relay/src/core', 'sdk/src/protocol'],
  'relay/src/telemetry': [],
  // A configuration is checked against what the channels need.
  'relay/src/config': [
    'relay/src/core',
    'relay/src/channels',
    'sdk/src/protocol',
    'sdk/src/theme',
    'widget/src/strings'
  ]
}

/** Only these put the rooms together. */
const KNOWS_ALL = new Set([
  'relay/src/main.ts',
  'relay/src/relay.ts',
  'relay/src/index.ts',
  'relay/src/tell-sends.ts'
])

/** The names our own packages go by. */
const PACKAGES: Record<string, string> = {
  '@segue/sdk': 'sdk/src',
  '@segue/sdk/chat': 'sdk/src',
  '@segue/sdk/chat-alone': 'sdk/src',
  '@segue/sdk/marks': 'sdk/src/marks',
  '@segue/sdk/theme': 'sdk/src/theme',
  '@segue/sdk/server': 'sdk/src/server',
  '@segue/sdk/transports': 'sdk/src/transports',
  '@segue/sdk/protocol': 'sdk/src/protocol',
  '@segue/sdk/protocol/checks': 'sdk/src/protocol',
  '@segue/widget': 'widget/src',
  '@segue/widget/texts': 'widget/src/strings',
  '@segue/relay': 'relay/src'
}

/** Packages that would bring the world into the core. */
const NOT_IN_CORE =
  /^(express|ws|kysely|jose|pino|prom-client|nodemailer|web-push|node:(http|https|net|fs|sqlite|timers)\b)/

const byLength = Object.keys(MAY_IMPORT).sort((a, b) => b.length - a.length)
const roomOf = (path: string) => byLength.find(room => path.startsWith(`${room}/`)) ?? dirname(path)

const files = ['sdk/src', 'widget/src', 'relay/src', 'relay/inbox'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file))
    .map(file => `${folder}/${file}`)
)

/** Everything a file imports or exports from, as it is written. */
const importsOf = (file: string): string[] => {
  const code = readFileSync(join(root, file), 'utf8')
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(([, path]) => path!)
}

/** Where an import leads, from the top of the repository; undefined for packages of others. */
const targetOf = (file: string, path: string): string | undefined =>
  path.startsWith('.') ? relative(root, join(root, dirname(file), path)) : PACKAGES[path]

it('finds the rooms it is about', () => {
  const rooms = new Set(files.map(roomOf))
  for (const room of Object.keys(MAY_IMPORT)) expect([...rooms]).toContain(room)
})

it.each(files.filter(file => !KNOWS_ALL.has(file)))('%s looks only into rooms it may', file => {
  const room = roomOf(file)
  const allowed = [room, ...(MAY_IMPORT[room] ?? ['relay/src/config', 'relay/src/core'])]
  for (const path of importsOf(file)) {
    const target = targetOf(file, path)
    if (target === undefined) continue
    const into = PACKAGES[path] ?? roomOf(target)
    expect(allowed, `${file} imports ${path}`).toContain(into)
  }
})

it.each(files.filter(file => file.startsWith('relay/src/core/')))('%s knows no world', file => {
  for (const path of importsOf(file)) expect(path).not.toMatch(NOT_IN_CORE)
})

it('lets a page import the protocol for nothing: only types, or plain data', () => {
  const sdk = files.filter(file => roomOf(file) === 'sdk/src')
  for (const file of [...sdk, ...files.filter(name => name.startsWith('widget/'))]) {
    expect(importsOf(file), file).not.toContain('@segue/sdk/protocol/checks')
    expect(importsOf(file), file).not.toContain('typebox')
  }
})
