import { createSdk } from '@segue/sdk'
import { mount } from '@segue/widget'
import { createPageRelay } from './page-relay.ts'
import { SCENES } from './scenes/index.ts'
import { createStage } from './stage.ts'
import { takePage } from './take-page.ts'
import { createTalk } from './talk.ts'

const RELAY = 'https://relay.example'
const asked = new URLSearchParams(location.search)
const scene = SCENES.find(({ id }) => id === asked.get('scene'))
if (!scene) throw new Error(`There is no scene ${asked.get('scene')}.`)

const language = asked.get('language') ?? 'en'
const root = document.documentElement
root.lang = language
root.dir = language === 'ar' ? 'rtl' : 'ltr'
root.style.colorScheme = asked.get('theme') ?? 'light dark'
document.title = `${scene.title} · Segue gallery`

const relay = createPageRelay()
const talk = createTalk(language)
const cut = takePage(relay)
scene.prepare?.(relay, talk)

// Nothing is stored: scenes stand side by side, and none is to know of another.
const key = `gallery-${scene.id}`
const sdk = createSdk({ key, relay: RELAY, storage: null })
const accent = asked.get('accent')
if (accent) relay.tell({ look: { name: 'Norrsken', accent } })
const settings = { ...(accent && { accent, accentDark: accent }), ...scene.settings }
const widget = mount({ site: key, relay: RELAY, sdk, language, ...settings })
const stage = createStage({ widget, relay, talk, cut })
await (scene.play ?? stage.open)(stage)
root.dataset.ready = ''
