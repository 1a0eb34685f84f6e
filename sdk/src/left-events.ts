import type { EventRoad, WaitingEvent } from './event-road.ts'

/** What pages that may be gone have left, those of this page not included. */
export function leftEvents(road: EventRoad): WaitingEvent[] {
  const { world, mine } = road
  const prefix = road.keyOf()
  return world.local.keys(prefix).flatMap(key => {
    const text = world.local.text(key) ?? ''
    const id = key.slice(prefix.length)
    return mine.has(id) ? [] : (parsed(id, text) ?? [])
  })
}

/** Undefined for what is no event of ours: anybody may have written there. */
function parsed(id: string, text: string): WaitingEvent | undefined {
  const [, at, free, mark, raw = ''] = /^(\d+) (\d+)([ !])(\{.*\})$/s.exec(text) ?? []
  return raw ? { id, raw, at: Number(at), free: Number(free), isSent: mark === '!' } : undefined
}
