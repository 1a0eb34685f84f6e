import { TrackedEvent } from '@segue/sdk/protocol'
import type { Belief } from '../../core/identity/who-is-who.ts'
import { Refused } from '../../core/refusal.ts'
import { checkOf } from '../validate.ts'
import { examine } from './examine.ts'

/** Largest event, in bytes of JSON. */
export const MAX_EVENT_BYTES = 32 * 1024

/** How the events of one call are read. */
export interface Reading {
  newId(): string
  /** Whether the site's own server sent them. */
  trusted: boolean
  /** Whether one of them may be too large: then each is measured. */
  mayBeLarge: boolean
  /** Whose word is taken for whom the events are about. */
  belief: Belief
}

const checkEvent = checkOf(TrackedEvent)

/**
 * An event as the clients of the Segment spec send it, in our words: what their dialects leave empty is left out,
 * and nothing is kept that we do not know the meaning of.
 *
 * @throws {Refused} `invalid`
 */
export function readEvent(item: unknown, { newId, trusted, mayBeLarge }: Reading): TrackedEvent {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    throw new Refused('invalid', 'An event is an object.')
  }
  examine(item)
  if (mayBeLarge && Buffer.byteLength(JSON.stringify(item)) > MAX_EVENT_BYTES) {
    throw new Refused('invalid', `The event is larger than ${MAX_EVENT_BYTES} bytes.`)
  }
  const told = item as Record<string, unknown>
  const context = contextOf(told, trusted)
  return checkEvent(
    withoutGaps({
      type: told.type,
      messageId: textOf(told.messageId) ?? newId(),
      anonymousId: textOf(told.anonymousId),
      userId: textOf(told.userId),
      groupId: textOf(told.groupId),
      previousId: textOf(told.previousId),
      event: textOf(told.event),
      name: nameOf(told),
      properties: told.properties ?? undefined,
      traits: traitsOf(told, context),
      context,
      // RudderStack's name for it comes first: there `timestamp` is when the batch was made.
      timestamp: textOf(told.originalTimestamp ?? told.timestamp)
    })
  )
}

/** Ids and names. Older clients send numbers; empty ones mean nothing; some databases take no NUL, and no half of a character. */
function textOf(value: unknown): unknown {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return value ?? undefined
  return value === '' ? undefined : value.replaceAll('\0', '\uFFFD').toWellFormed()
}

/** Jitsu's client tells the name of a page among its properties, as the spec allows. */
function nameOf({ type, name, properties }: Record<string, unknown>): unknown {
  if (name || (type !== 'page' && type !== 'screen')) return textOf(name)
  const inside = (Object(properties) as { name?: unknown }).name
  return typeof inside === 'string' ? textOf(inside) : undefined
}

/** A page does not know its own IP address, so what it says of it is not kept. A server may know its visitor's. */
function contextOf({ context }: Record<string, unknown>, trusted: boolean): unknown {
  if (typeof context === 'object' && context !== null && 'ip' in context && !trusted) {
    context.ip = undefined
  }
  return context ?? undefined
}

/** RudderStack and Jitsu tell an identified person's traits in the context. */
function traitsOf({ type, traits }: Record<string, unknown>, context: unknown): unknown {
  if (traits !== undefined && traits !== null) return traits
  return type === 'identify'
    ? ((Object(context) as { traits?: unknown }).traits ?? undefined)
    : undefined
}

function withoutGaps(fields: Record<string, unknown>): Record<string, unknown> {
  for (const name in fields) if (fields[name] === undefined) delete fields[name]
  return fields
}
