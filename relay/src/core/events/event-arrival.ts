import type { EventView } from '@segue/sdk/protocol'

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** What brought the visitor to the site, as an event's context tells it. A page wrote it: only texts are taken. */
export function arrivalOf(context: unknown): Pick<EventView, 'arrival'> {
  const { campaign, referrer } = Object(context)
  const tags = typeof campaign === 'object' ? Object(campaign) : {}
  const told = Object.entries(tags).filter(([, value]) => isText(value))
  const { url } = Object(referrer)
  const arrival = {
    ...(told.length > 0 && { campaign: Object.fromEntries(told) as Record<string, string> }),
    ...(isText(url) && { referrer: url })
  }
  return Object.keys(arrival).length > 0 ? { arrival } : {}
}
