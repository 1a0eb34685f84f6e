export type { Outbox, OutboxNotice, OutboxOptions } from './outbox-options.ts'
export { startOutbox } from './start-outbox.ts'
