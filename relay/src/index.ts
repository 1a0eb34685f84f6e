export { type Config, ConfigError, defineConfig } from './config.ts'
export type * from './core/channel.ts'
export { type Relay, type RelayOptions, startRelay } from './relay.ts'
