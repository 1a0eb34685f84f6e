import type { Page, TrackedEvent as WireEvent } from '@segue/sdk/protocol'
import type { TrackedEvent } from '../model.ts'

/** When an event arrived, and what its client's clock is ahead or behind by. */
export interface Clock {
  receivedAt: number
  skew: number
}

/** When something happened, by our clock: never after it arrived. */
export function timeOf({ timestamp }: WireEvent, { receivedAt, skew }: Clock): number {
  const told = timestamp === undefined ? Number.NaN : Date.parse(timestamp)
  return Number.isNaN(told) ? receivedAt : Math.max(0, Math.min(told + skew, receivedAt))
}

/** An event as it is kept. */
export function trackedEvent(
  event: WireEvent,
  known: { id: string; site: string; person: string | null; at: number; receivedAt: number }
): TrackedEvent {
  const { properties, traits, context, groupId, previousId } = event
  return {
    ...known,
    messageId: event.messageId,
    anonymousId: event.anonymousId ?? null,
    userId: event.userId ?? null,
    type: event.type,
    name: event.event ?? event.name ?? event.type,
    body: { properties, traits, context, groupId, previousId },
    page: pageOf(context)
  }
}

function pageOf(context: Record<string, unknown> | undefined): Page | null {
  const page = context?.page
  if (!page || typeof page !== 'object') return null
  const { url, title } = page as { url?: unknown; title?: unknown }
  if (typeof url !== 'string' || url.length > 2048) return null
  return typeof title === 'string' ? { url, title: title.slice(0, 300) } : { url }
}
