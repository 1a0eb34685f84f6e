import type { ClientFrame } from '../protocol/client-frame.ts'
import type { ServerFrame } from '../protocol/server-frame.ts'
import type { Transport } from '../transport.ts'
import { createAllPresence } from './all-presence.ts'
import { createRecentEntries } from './recent-entries.ts'
import type { Role, Tab } from './tab.ts'

/**
 * What the tab does that leads: it holds the connection, says to the relay what all tabs say, and passes on what it hears.
 * A hello of another tab it answers itself, so that the relay knows one visitor's page and not many.
 */
export function leadTabs(tab: Tab): Role {
  const { world, locks, name, channel, choice } = tab
  const recent = createRecentEntries()
  const presence = createAllPresence(world.now)
  const met = new Set<string>()
  const over = new AbortController()
  let line: Transport | undefined
  let turn = 0
  let isUp = false
  let isDown = false
  let told = ''

  const announce = () => {
    channel.say('lead', { turn, isDown, isVisible: world.visible(), polls: choice.polls() })
  }

  const tellPresence = () => {
    if (!isUp || told === presence.mark()) return
    told = presence.mark()
    line?.send({ type: 'presence', ...presence.current() })
  }

  /** Follows how a tab is, until it is no more: it holds a lock of its own as long as it lives. */
  const meet = (other: string) => {
    if (met.has(other)) return
    met.add(other)
    const gone = () => {
      met.delete(other)
      presence.forget(other)
      tellPresence()
    }
    locks.request(`${name}:${other}`, { signal: over.signal }, gone).catch(() => {})
  }

  const answer = (frame: ClientFrame & { type: 'hello' }, to: string) => {
    meet(to)
    for (const reply of recent.answer(frame)) channel.say('hear', { to, frame: reply })
  }

  const carry = (frame: ClientFrame, from: string) => {
    const { type } = frame
    const isOurs = from === channel.me
    if (type === 'hello' || type === 'presence') presence.set(from, frame)
    if (type === 'presence') tellPresence()
    else if (type !== 'hello') line?.send(frame)
    else if (isOurs) {
      told = presence.mark()
      line?.send({ ...frame, ...presence.current() })
    } else {
      answer(frame, from)
      tellPresence()
    }
  }

  const frame = (heard: ServerFrame) => {
    const isWelcome = heard.type === 'welcome'
    recent.hear(heard)
    // Until we have said hello again, we know no more than anybody else.
    if (heard.type === 'reset') isUp = false
    if (isWelcome) {
      turn += 1
      isUp = true
      isDown = false
    }
    tab.own?.frame(heard)
    if (isWelcome) announce()
    else channel.say('hear', { frame: heard })
  }

  const hangUp = () => {
    isUp = false
    line?.close()
  }

  return {
    leads: true,
    open(events) {
      tab.own = events
      isUp = false
      line = choice.open({ ...events, frame })
      return {
        send: sent => carry(sent, channel.me),
        close() {
          if (tab.own !== events) return
          tab.own = undefined
          hangUp()
        }
      }
    },
    ended() {
      isDown = true
      announce()
    },
    turned: announce,
    end() {
      over.abort()
      hangUp()
    },
    who: announce,
    lead() {},
    say({ to, turn: meant, frame: said }, from) {
      if (isUp && to === channel.me && meant === turn) carry(said, from)
    },
    hear() {}
  }
}
