/** What a channel takes from the world besides the network. */
export interface World {
  /** Milliseconds since 1970, for providers that tell no time. */
  now?: () => number
  /** How long one call may take. */
  timeoutMs?: number
}
