export type * from './core/channel.ts'
