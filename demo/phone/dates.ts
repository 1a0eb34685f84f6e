const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })

const DAY_MS = 24 * 60 * 60_000

export const timeOf = (at: number): string => TIME.format(at)
export const longDay = (at: number): string => DAY.format(at)

const sameDay = (a: number, b: number) => new Date(a).toDateString() === new Date(b).toDateString()

/** "Today", "Yesterday", or the day. */
export function dayOf(at: number, now: number): string {
  if (sameDay(at, now)) return 'Today'
  return sameDay(at, now - DAY_MS) ? 'Yesterday' : longDay(at)
}

/** The time today, the day before that. */
export const shortMoment = (at: number, now: number): string =>
  sameDay(at, now) ? timeOf(at) : dayOf(at, now)
