export { asOf, type Moment as CallMoment } from './as-of.ts'
export type {
  Chat,
  ChatError,
  ChatEvents,
  ChatStatus,
  PendingMessage,
  SendOptions,
  Session,
  UploadOptions
} from './chat.ts'
export { createSdk } from './create-sdk.ts'
export type { Middleware } from './middleware.ts'
export type * from './protocol/index.ts'
export type { RelayError } from './relay-error.ts'
export type { EventSchemas, EventsOf, Schema } from './schema.ts'
export type {
  AnyEvents,
  Consent,
  EventMap,
  Properties,
  PropertiesOf,
  Sdk,
  SdkEvents,
  SdkOptions,
  Signal
} from './sdk.ts'
export type { UserToken } from './user-proof.ts'
