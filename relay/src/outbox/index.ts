export type { Outbox, OutboxNotice, OutboxOptions } from './outbox-options.ts'
export { createSigns } from './signs.ts'
export { type ErrandNotice, startErrands } from './start-errands.ts'
export { startOutbox } from './start-outbox.ts'
