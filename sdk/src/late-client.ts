/** What a chat that came first fetches later: the rest of its SDK, and how to make the calls that waited for it. */
export { asOf } from './as-of.ts'
export { growClient } from './client.ts'
