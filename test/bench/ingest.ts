import { type BenchServer, runFlood, runLoad, startServer } from './child.ts'
import type { Percentiles } from './load-process.ts'
import { AGENT_TOKEN, ORIGIN, SITE } from './site.ts'

const TURNS = 3
const SECONDS = 2
const FLOOD = { writeKey: SITE, connections: 32, batch: 20 }

/** What a server made of a flood of events. */
export interface Taken {
  /** Events a second that were acknowledged. */
  events: number
  /** Microseconds of the server's processor time for an event. */
  cpu: number
}

/**
 * Events a second in batches of twenty: kept on disk by the relay, and read by express without a store.
 * They take turns, so that a busy machine is unfair to neither; each figure is the median of the turns.
 */
export async function measureIngest(): Promise<Record<'relay' | 'express', Taken>> {
  const relay = await startServer('durable', ORIGIN)
  const express = await startServer('express', ORIGIN)
  const taken: Record<'relay' | 'express', Taken[]> = { relay: [], express: [] }
  try {
    for (let turn = 0; turn < TURNS; turn++) {
      taken.relay.push(await flood(relay))
      taken.express.push(await flood(express))
    }
  } finally {
    relay.stop()
    express.stop()
  }
  const median = (of: Taken[]) => of.toSorted((a, b) => a.events - b.events)[TURNS >> 1]!
  return { relay: median(taken.relay), express: median(taken.express) }
}

async function flood(server: BenchServer): Promise<Taken> {
  const { acked, refused, seconds, cpu } = await runFlood(server, { ...FLOOD, seconds: SECONDS })
  if (refused > 0) throw new Error(`${refused} batches were refused.`)
  return { events: acked / seconds, cpu: cpu / acked }
}

/** How long messages of a chat waited for their acknowledgement. */
export interface Beside {
  calm: Percentiles
  flooded: Percentiles
  /** Events a second that were kept meanwhile. */
  events: number
}

/** The delay of 200 messages a second from 100 visitors, alone and beside as many events as the relay takes. */
export async function measureChatBesideFlood(): Promise<Beside> {
  const server = await startServer('durable', ORIGIN)
  const chat = { kind: 'relay', senders: 100, rate: 200, seconds: 4, inboxes: 1 } as const
  const load = () =>
    runLoad(server, { ...chat, site: SITE, origin: ORIGIN, agentToken: AGENT_TOKEN })
  try {
    const calm = await load()
    // Longer than the chat, which begins and ends within it.
    const flooding = runFlood(server, { ...FLOOD, seconds: chat.seconds + 3 })
    const flooded = await load()
    const { acked, seconds } = await flooding
    return { calm: calm.ack, flooded: flooded.ack, events: acked / seconds }
  } finally {
    server.stop()
  }
}
