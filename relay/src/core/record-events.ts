import type { Page, TrackedEvent as WireEvent } from '@segue/sdk/protocol'
import { commit, type Writing } from './commit.ts'
import type { Person, TrackedEvent } from './model.ts'
import type { Ports } from './ports.ts'
import type { Site } from './settings.ts'

/** Events that came in together. */
export interface EventBatch {
  events: WireEvent[]
  /** The visitor's address, when a token has proven it. */
  address?: string | undefined
  /** Whether the site's own server sent them: what they say of people is the company's word, not a page's. */
  trusted?: boolean | undefined
  /** By the client's clock. */
  sentAt?: number | undefined
  receivedAt: number
}

/** Newest events an inbox is told of when older ones have become a person's. */
const SHOWN = 100

/**
 * Keeps events, each once by its `messageId`. A proven visitor's events belong to their person, and so do the earlier ones
 * of the same anonymous id that are nobody's yet. `identify` sets traits; it never reads or joins anything.
 */
export function recordEvents(
  ports: Ports,
  site: Site,
  { events, address, sentAt, receivedAt }: EventBatch
): Promise<{ stored: number }> {
  return commit(ports, async writing => {
    const { tx, tell } = writing
    const link = address === undefined ? undefined : await tx.currentLink(address)
    const person = link && (await tx.person(link.person))
    // What the client's clock is ahead or behind by, measured at the moment it sent.
    const skew = sentAt === undefined ? 0 : receivedAt - sentAt
    const added = await tx.addEvents(
      events.map(event => asTracked(ports, site, { event, person, skew, receivedAt }))
    )
    if (!person) return { stored: added.length }
    let claimed = 0
    for (const anonymousId of new Set(events.flatMap(event => event.anonymousId ?? []))) {
      claimed += await tx.claimEvents(site.key, anonymousId, person.id)
    }
    await learnTraits(writing, person, added)
    // An inbox that has the person open sees what has just become theirs as well.
    const shown = claimed > 0 ? (await tx.events(person.id, { limit: SHOWN })).items : added
    tell({ type: 'events', person: person.id, events: shown })
    return { stored: added.length }
  })
}

function asTracked(
  { random }: Ports,
  site: Site,
  about: { event: WireEvent; person: Person | undefined; skew: number; receivedAt: number }
): TrackedEvent {
  const { event, person, skew, receivedAt } = about
  const told = event.timestamp === undefined ? Number.NaN : Date.parse(event.timestamp)
  const { properties, traits, context, groupId, previousId } = event
  return {
    id: random.id(),
    messageId: event.messageId,
    site: site.key,
    person: person?.id ?? null,
    anonymousId: event.anonymousId ?? null,
    userId: event.userId ?? null,
    type: event.type,
    name: event.event ?? event.name ?? event.type,
    body: { properties, traits, context, groupId, previousId },
    page: pageOf(context),
    at: Number.isNaN(told) ? receivedAt : Math.max(0, Math.min(told + skew, receivedAt)),
    receivedAt
  }
}

function pageOf(context: Record<string, unknown> | undefined): Page | null {
  const page = context?.page
  if (!page || typeof page !== 'object') return null
  const { url, title } = page as { url?: unknown; title?: unknown }
  if (typeof url !== 'string' || url.length > 2048) return null
  return typeof title === 'string' ? { url, title: title.slice(0, 300) } : { url }
}

async function learnTraits({ tx }: Writing, person: Person, events: TrackedEvent[]): Promise<void> {
  const told = events
    .filter(({ type }) => type === 'identify')
    .sort((a, b) => a.at - b.at)
    .map(({ body }) => body.traits as Record<string, unknown> | undefined)
  if (told.length === 0) return
  const traits = Object.assign({}, person.traits, ...told)
  const name = nameIn(traits)
  await tx.changePerson(person.id, { traits, ...(name ? { name } : {}) })
}

/** The name that traits tell, in the Segment spec's fields. */
export function nameIn({ name, firstName, lastName }: Record<string, unknown>): string | undefined {
  if (typeof name === 'string' && name.trim()) return name.trim().slice(0, 120)
  const parts = [firstName, lastName].filter(part => typeof part === 'string' && part.trim())
  return parts.length > 0 ? parts.join(' ').slice(0, 120) : undefined
}
