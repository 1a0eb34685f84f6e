import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What can be read off at the moment somebody asks. */
export interface Gauges {
  /** Open connections, by kind. */
  connections(): Record<string, number>
  /** Items waiting in the outbox. */
  queued(): Promise<number>
}

/** The relay's numbers, one registry a relay so that two in one process stay apart. */
export interface Metrics {
  /** How a webhook call of an account ended: `accepted`, `refused`, `bad`, `failed`, … */
  countWebhook(account: string, outcome: string): void
  /** How a send of an account ended: `accepted`, `refused`, `limited`, `unreachable` or `unknown`. */
  countSend(account: string, outcome: string): void
  /** Entries the bus has told about, by type. */
  countEntries(type: string, count: number): void
  /** How a connection ended, by close code. */
  countClosed(code: number): void
  countEvents(outcome: 'stored' | 'refused', count: number): void
  /** One answered request. `route` is the pattern, never the path: ids would make a series each. */
  timeRequest(labels: { method: string; route: string; status: number }, seconds: number): void
  /** Prometheus' text format. */
  text(): Promise<{ type: string; body: string }>
}

/** Starts counting. `gauges` are asked whenever the numbers are read. */
export function createMetrics(gauges: Gauges): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  addGauges(register, gauges)
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name, help, labelNames, registers: [register] })

  const webhooks = counter('segue_webhooks_total', 'Webhook calls.', ['account', 'outcome'])
  const sends = counter('segue_sends_total', 'Messages given to networks.', ['account', 'outcome'])
  const entries = counter('segue_entries_total', 'Entries of conversations.', ['type'])
  const closed = counter('segue_connections_closed_total', 'Connections closed.', ['code'])
  const events = counter('segue_events_total', 'Tracked events.', ['outcome'])
  const requests = new Histogram({
    name: 'segue_http_request_seconds',
    help: 'Time to answer a request.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30],
    registers: [register]
  })

  return {
    countWebhook: (account, outcome) => webhooks.inc({ account, outcome }),
    countSend: (account, outcome) => sends.inc({ account, outcome }),
    countEntries: (type, count) => entries.inc({ type }, count),
    countClosed: code => closed.inc({ code }),
    countEvents: (outcome, count) => events.inc({ outcome }, count),
    timeRequest: (labels, seconds) => requests.observe(labels, seconds),
    text: async () => ({ type: register.contentType, body: await register.metrics() })
  }
}

function addGauges(register: Registry, { connections, queued }: Gauges): void {
  new Gauge({
    name: 'segue_connections',
    help: 'Open connections.',
    labelNames: ['kind'],
    registers: [register],
    collect() {
      for (const [kind, count] of Object.entries(connections())) this.set({ kind }, count)
    }
  })
  new Gauge({
    name: 'segue_outbox_items',
    help: 'Messages waiting to be sent.',
    registers: [register],
    async collect() {
      this.set(await queued())
    }
  })
}
