import ky, { HTTPError } from 'ky'
import type { IngestReply } from '../protocol/ingest.ts'
import type { ServerSdkOptions } from './create-server-sdk.ts'

/** A batch goes after so many events, or so many milliseconds, whichever is first. */
const ENOUGH = 100
const SOON_MS = 1_000

/** Most bytes of a batch. */
const BATCH_BYTES = 500_000

/** So many calls wait at most while the relay is away; the oldest give way. */
const MOST = 10_000

/** An answer that has not come after this, in milliseconds, is lost like a call that failed, and tried again. */
const ANSWER_MS = 10_000

/** Retries for about a minute, with full jitter and as `Retry-After` says. */
const retry = {
  limit: 6,
  methods: ['post'],
  statusCodes: [408, 429, 500, 502, 503, 504],
  maxRetryAfter: 60_000,
  delay: (attempt: number) => Math.random() * Math.min(30_000, 500 * 2 ** attempt)
} satisfies Exclude<Parameters<typeof ky>[1], undefined>['retry']

/** Calls on their way to the relay. */
export interface Outgoing {
  add(event: Record<string, unknown>): void
  flush(): Promise<void>
}

export function createOutgoing(options: ServerSdkOptions): Outgoing {
  const { dropped } = options
  let waiting: string[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending = Promise.resolve()

  const drop = (batch: readonly string[], reason: string) =>
    dropped?.({ events: batch.map(raw => JSON.parse(raw)), reason })

  const drain = async () => {
    while (waiting.length > 0) await ship(options, takeBatch(waiting), drop)
  }

  /** One after the other: a flush is done when all that came before it is. */
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    sending = sending.then(drain)
    return sending
  }

  const plan = () => {
    if (waiting.length === ENOUGH) void flush()
    timer ??= setTimeout(() => void flush(), SOON_MS)
    letEnd(timer)
  }

  return {
    flush,
    add(event) {
      let raw: string
      try {
        raw = JSON.stringify(event)
      } catch {
        return void dropped?.({ events: [event], reason: 'not_json' })
      }
      waiting.push(raw)
      if (waiting.length > MOST) {
        drop(waiting.slice(0, -MOST), 'full')
        waiting = waiting.slice(-MOST)
      }
      plan()
    }
  }
}

/** A process that is done may end: `flush` is there to be awaited. Only Node's timers hold one up. */
const letEnd = (timer: unknown) => (timer as { unref?(): void }).unref?.()

/** Takes the first of them that fit into one batch, and at least one. */
function takeBatch(waiting: string[]): string[] {
  let bytes = 0
  const size = waiting.findIndex((raw, index) => {
    bytes += raw.length * 2
    return index === ENOUGH || (index > 0 && bytes > BATCH_BYTES)
  })
  return waiting.splice(0, size === -1 ? waiting.length : size)
}

type Drop = (batch: readonly string[], reason: string) => void

async function ship(options: ServerSdkOptions, batch: string[], drop: Drop): Promise<void> {
  try {
    const { refused = [] } = await post(options, batch)
    for (const { index, message } of refused) drop(batch.slice(index, index + 1), message)
  } catch (error) {
    if (isTooLarge(error) && batch.length > 1) {
      const half = Math.ceil(batch.length / 2)
      await ship(options, batch.slice(0, half), drop)
      await ship(options, batch.slice(half), drop)
    } else drop(batch, reasonOf(error))
  }
}

function post(
  { relay, secret, fetch }: ServerSdkOptions,
  batch: readonly string[]
): Promise<Partial<IngestReply>> {
  const sentAt = new Date().toISOString()
  return ky
    .post(`${relay.replace(/\/+$/, '')}/v1/batch`, {
      body: `{"batch":[${batch}],"sentAt":"${sentAt}"}`,
      headers: {
        authorization: `Basic ${base64(`${secret}:`)}`,
        'content-type': 'application/json'
      },
      retry,
      timeout: false,
      fetch: (input, init) =>
        (fetch ?? globalThis.fetch)(input, { ...init, signal: AbortSignal.timeout(ANSWER_MS) })
    })
    .json()
}

/** `btoa` alone takes no letters beyond Latin-1. */
const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

const isTooLarge = (error: unknown) => error instanceof HTTPError && error.response.status === 413

const reasonOf = (error: unknown) =>
  error instanceof HTTPError ? `http_${error.response.status}` : 'unreachable'
