/** What the gateway needs of the log. Fields hold ids, codes and counts only: no words, tokens or phone numbers. */
export interface Log {
  debug(message: string, fields?: Record<string, string | number | boolean | undefined>): void
  warn(message: string, fields?: Record<string, string | number | boolean | undefined>): void
  error(
    message: string,
    error: unknown,
    fields?: Record<string, string | number | boolean | undefined>
  ): void
}

/** What the gateway counts. */
export interface Meter {
  countWebhook(account: string, outcome: string): void
  countEntries(type: string, count: number): void
  countClosed(code: number): void
  countEvents(outcome: 'stored' | 'refused', count: number): void
  timeRequest(labels: { method: string; route: string; status: number }, seconds: number): void
  /** Everything counted so far, in Prometheus' text format. */
  text(): Promise<{ type: string; body: string }>
}
