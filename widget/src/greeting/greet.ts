import type { GreetingsReply } from '@segue/sdk'
import type { Call } from '../calls.ts'
import { CLOSE } from '../components/icons.ts'
import { pageLanguage } from '../language.ts'
import { drawIcon, type Shell } from '../loader/shell.ts'
import { remembered } from '../remembered.ts'
import type { Settings } from '../settings.ts'
import { isTime } from './conditions.ts'
import css from './greeting.css?inline'
import { noThanks } from './no-thanks.ts'
import { hasRefused, refuse } from './refusal.ts'
import { watchVisit } from './visit.ts'

type Greeting = GreetingsReply['greetings'][number]

/** A call of the page; those of `track` are of interest. */
export type Tracked = Pick<Call, 'name' | 'args'>

export interface GreetOptions {
  settings: Settings
  shell: Shell
  loading: {
    /** What the page has called so far. It grows. */
    readonly calls: readonly Tracked[]
  }
  open(): void
}

/** What the site may say. Nothing, when that cannot be had: nobody has asked for it. */
async function fetchGreetings({ relay, site }: Settings): Promise<Greeting[]> {
  // Not by the HTTP client of the chat: it weighs ten times as much as all this.
  const reply = await fetch(`${relay}/v1/greetings?site=${encodeURIComponent(site)}`)
  const { greetings }: GreetingsReply = await reply.json()
  return greetings
}

/** Draws a greeting beside the launcher. It takes no focus and moves nothing. Returns its undo. */
function draw(
  { settings, shell }: GreetOptions,
  { text, answer }: { text: string; answer(yes: boolean): void }
): () => void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  shell.root.adoptedStyleSheets = [...shell.root.adoptedStyleSheets, sheet]
  const box = document.createElement('div')
  const said = document.createElement('div')
  const [yes, no] = [document.createElement('button'), document.createElement('button')]
  box.className = 'hello'
  if (!shell.launcher) shell.host.dataset.launcher = 'none'
  said.role = 'status'
  yes.type = no.type = 'button'
  yes.dir = 'auto'
  no.ariaLabel = noThanks[pageLanguage(settings.language)]
  no.append(drawIcon(CLOSE))
  yes.onclick = () => answer(true)
  no.onclick = () => answer(false)
  box.append(said, no)
  said.append(yes)
  shell.box.prepend(box)
  // A status is read out when it changes, not when it comes.
  yes.textContent = text
  return () => box.remove()
}

/** Says one thing to a visitor on this page, when it is time, unless they have once said no. Ends with its widget. */
export function startGreeting(options: GreetOptions): void {
  const { settings, shell, open } = options
  const { calls } = options.loading
  const { site } = settings
  if (hasRefused(site)) return
  let greetings: Greeting[] = []
  let erase = () => {}

  const end = () => {
    visit.end()
    shell.launcher?.removeEventListener('click', end)
    erase()
  }

  const answer = (text: string) => (yes: boolean) => {
    end()
    if (!yes) return refuse(site)
    shell.host.dataset.greeting = text
    open()
  }

  const look = () => {
    // Whoever has opened the chat needs no greeting.
    const isOpen = shell.launcher?.ariaBusy === 'true' || shell.root.querySelector('.panel')
    if (isOpen || !shell.host.isConnected) return end()
    const due = greetings.find(greeting => isTime(greeting, visit.now()))
    if (!due) return
    greetings = []
    erase = draw(options, { text: due.text, answer: answer(due.text) })
  }

  const visit = watchVisit({ returning: !!remembered(site), calls, changed: look })
  shell.launcher?.addEventListener('click', end)
  fetchGreetings(settings).then(
    found => {
      greetings = found
      look()
    },
    () => end()
  )
}
