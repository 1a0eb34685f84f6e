import type { IncomingMessage } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { Batch, MAX_BATCH_EVENTS, type TrackedEvent } from '@segue/sdk/protocol'
import type { Request, RequestHandler } from 'express'
import { beliefIn } from '../../core/events/record-events.ts'
import { HttpRefusal } from '../http-refusal.ts'
import { readBytes } from '../read-body.ts'
import type { Rim } from '../rim.ts'
import { busy, createTurnstile } from '../turnstile.ts'
import { checkOf } from '../validate.ts'
import { findOrigin } from './find-origin.ts'
import { createFloodGate } from './flood-gate.ts'
import { keepEvents } from './keep-events.ts'
import { MAX_EVENT_BYTES } from './read-event.ts'
import { MAX_BODY_BYTES, readEventBody } from './read-event-body.ts'
import { readEvents } from './read-events.ts'
import type { FindSender } from './write-keys.ts'

const checkBatch = checkOf(Batch)

/**
 * Bytes of the bodies that are read and written together, about 150 events. They share a commit:
 * more of them would be quicker, and a chat's message behind them would wait longer.
 */
const TOGETHER_BYTES = 64 * 1024

/** Bytes of bodies in memory that wait for their turn. Past it, senders are told to come back. */
const MAX_HELD_BYTES = 64 * 1024 * 1024

/** Makes the handler of a path: of batches, or of single events of one type. What is good is kept, whatever else is in a batch. */
export type AcceptEvents = (kind?: TrackedEvent['type']) => RequestHandler

export function createAcceptEvents(
  rim: Rim,
  { findSender, ipOf }: { findSender: FindSender; ipOf(req: IncomingMessage): string }
): AcceptEvents {
  // Apart from everything else: a flood of events waits here, and a chat goes past it.
  const takeTurn = createTurnstile({ width: TOGETHER_BYTES, length: 500 })
  const passGate = createFloodGate(rim, ipOf)
  const { meter, ports } = rim

  const accept = async (req: Request, packed: Buffer, kind: TrackedEvent['type'] | undefined) => {
    await letOthersPass()
    const { body, bytes } = await readEventBody(packed, req.headers['content-encoding'])
    const sender = findSender({ headers: req.headers, query: req.query, body })
    const { batch, sent, ...about } = batchOf(body, kind)
    passGate(req, sender, batch.length + (sent?.length ?? 0))
    const mayBeLarge = bytes > MAX_EVENT_BYTES
    const from = await findOrigin(rim, sender, about)
    const { trusted } = from
    const belief = beliefIn(sender.site, from)
    const reading = { newId: ports.random.id, trusted, mayBeLarge, belief }
    const { events, refused } = readEvents(batch, reading)
    const stored = await keepEvents(ports, sender.site, { ...from, events })
    meter.countEvents('stored', stored)
    meter.countEvents('refused', refused.length)
    // Asked after the batch is kept: what is in both is not missing.
    const missing = sent && (await ports.store.missingEvents(sender.site.key, sent))
    return { success: true, stored, refused, ...(missing && { missing }) }
  }

  let held = 0
  return kind => async (req, res) => {
    // Read before it takes its turn: a slow sender must not keep the others waiting.
    const packed = await readBytes(req, MAX_BODY_BYTES)
    if (held + packed.length > MAX_HELD_BYTES) throw busy()
    held += packed.length
    try {
      res.json(await takeTurn(() => accept(req, packed, kind), packed.length))
    } finally {
      held -= packed.length
    }
  }
}

/** Twice round the event loop: messages that came meanwhile are read in the first, and written in the second. */
async function letOthersPass(): Promise<void> {
  await setImmediate()
  await setImmediate()
}

function batchOf(body: Record<string, unknown>, kind: TrackedEvent['type'] | undefined): Batch {
  const { token, sent, anonymousId, userToken, userId, userHash } = body
  const batch = kind ? [{ ...body, type: kind }] : body.batch
  if (Array.isArray(batch) && batch.length > MAX_BATCH_EVENTS) {
    throw new HttpRefusal(413, 'too_large', `A batch holds at most ${MAX_BATCH_EVENTS} events.`)
  }
  return checkBatch({
    batch,
    ...textsIn({ sentAt: body.sentAt ?? sentAtOf(batch), token, userToken, userHash }),
    // A single event's own ids lie in the same place; they are looked at with the event.
    ...(kind && userHash === undefined ? {} : textsIn({ anonymousId, userId })),
    // Only a batch of our own client asks.
    ...(kind === undefined && Array.isArray(sent) && { sent })
  })
}

/** What official clients put in these places, or leave null, is none of ours. */
const textsIn = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string'))

/** RudderStack's clients say it of each event too; those of a batch were sent together. */
const sentAtOf = (batch: unknown): unknown =>
  Array.isArray(batch) ? (Object(batch[0]) as { sentAt?: unknown }).sentAt : undefined
