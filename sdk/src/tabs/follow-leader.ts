import { createTimer } from '../timer.ts'
import { LOST } from '../transport.ts'
import type { Role, Tab } from './tab.ts'
import type { LeadNews } from './tab-channel.ts'

/** A leader that is there answers within this, in milliseconds. */
const ANSWER_MS = 1_000

/** One that nobody looks at is asked so often, in milliseconds. */
const WATCH_MS = 2_000

/**
 * What a tab does that does not lead: it says its frames to the leader, and hears the relay's from it.
 *
 * While it is looked at, it makes sure that the leader serves it: browsers slow down or freeze pages in the background,
 * and phones tell nobody. From a leader in the background that does not answer, or has lost its connection, it takes
 * the lead.
 */
export function followLeader(tab: Tab, take: () => void): Role {
  const { world, channel } = tab
  const timer = createTimer(world)
  let leader: (LeadNews & { id: string }) | undefined
  let isAnswered = false

  const watch = () => {
    timer.stop()
    if (leader?.isVisible) return
    isAnswered = false
    channel.say('who', {})
    if (world.visible()) timer.start(ANSWER_MS, judge)
  }

  const judge = () => {
    if (isAnswered && !leader?.isDown) timer.start(WATCH_MS, watch)
    else take()
  }

  const heed = (news: LeadNews, id: string) => {
    const before = leader
    leader = { ...news, id }
    isAnswered = true
    const { turn, isDown, isVisible, polls } = news
    if (turn) tab.choice.learn(polls)
    if (isVisible) timer.stop()
    else if (before?.isVisible) watch()
    if (before?.id === id && before.turn === turn && before.isDown === isDown) return
    if (isDown) tab.own?.closed(LOST)
    else if (turn) tab.again()
  }

  watch()
  return {
    leads: false,
    open(events) {
      tab.own = events
      const begin = () => {
        if (tab.own !== events || !leader) return
        if (leader.isDown) events.closed(LOST)
        else if (leader.turn) events.opened()
      }
      // Else the leader will tell, or we shall lead.
      queueMicrotask(begin)
      return {
        send(frame) {
          if (leader) channel.say('say', { to: leader.id, turn: leader.turn, frame })
        },
        close() {
          if (tab.own === events) tab.own = undefined
        }
      }
    },
    ended() {
      leader = undefined
      watch()
    },
    turned: watch,
    end: timer.stop,
    who() {},
    lead: heed,
    say() {},
    hear({ to = channel.me, frame }, from) {
      if (from === leader?.id && to === channel.me) tab.own?.frame(frame)
    }
  }
}
