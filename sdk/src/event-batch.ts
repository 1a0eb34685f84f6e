/** Events as the JSON they were at the moment of the call: what the page does to its objects later is nothing to them. */
export type RawEvent = string

const utf8 = new TextEncoder()

/** Those of the events that fit into so many bytes together, earlier ones first. */
export function fitting(events: readonly RawEvent[], limit: number): RawEvent[] {
  let size = 0
  return events.filter(raw => {
    const bytes = utf8.encode(raw).length + 1
    if (size + bytes > limit) return false
    size += bytes
    return true
  })
}

/** The body of `POST /v1/batch`. */
export const batchBody = (events: readonly RawEvent[], head: Record<string, unknown>): string =>
  `${JSON.stringify(head).slice(0, -1)},"batch":[${events.join()}]}`
