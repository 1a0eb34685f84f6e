export type { Outbox, OutboxNotice, OutboxOptions } from './outbox-options.ts'
export { createSigns } from './signs.ts'
export { startOutbox } from './start-outbox.ts'
