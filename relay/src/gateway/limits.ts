/** How much anybody may ask of one relay. Per process: with several relays each counts its own. */
export interface Limits {
  /** Frames a second one connection may send on average, and at once. */
  framesPerSecond: number
  frameBurst: number
  /** Connections open at a time, by IP address and by visitor. */
  connectionsPerIp: number
  connectionsPerVisitor: number
  /** Connections made in a minute by one IP address. */
  connectsPerMinute: number
  /** Requests in a minute by one IP address: for sessions, for what else pages call, for events. */
  sessionsPerMinute: number
  requestsPerMinute: number
  eventCallsPerMinute: number
  /** Events in a minute from one IP address, the company's own servers excepted, and for one site. */
  eventsPerMinute: number
  siteEventsPerMinute: number
  /** Files in a minute by one IP address; files, and bytes of them, in an hour by one visitor. */
  uploadsPerMinute: number
  filesPerHour: number
  fileBytesPerHour: number
  /** Calls with a wrong token in a minute by one IP address. */
  wrongTokensPerMinute: number
  /** Unsent bytes above which a connection that does not read is closed. */
  unreadBytes: number
}

/** Generous for people behind one office's address, tight for a program. */
export const defaultLimits: Limits = {
  framesPerSecond: 10,
  frameBurst: 60,
  connectionsPerIp: 500,
  connectionsPerVisitor: 20,
  connectsPerMinute: 600,
  sessionsPerMinute: 120,
  requestsPerMinute: 1200,
  eventCallsPerMinute: 3000,
  eventsPerMinute: 60_000,
  siteEventsPerMinute: 600_000,
  uploadsPerMinute: 120,
  filesPerHour: 60,
  fileBytesPerHour: 200 * 1024 * 1024,
  wrongTokensPerMinute: 30,
  unreadBytes: 1024 * 1024
}

/** How long things may take, in milliseconds. Tests shorten them; nobody else needs to. */
export interface Timing {
  /** From the connection to its hello. */
  helloMs: number
  pingMs: number
  /** Longest wait of one poll, and how long its session lives without one. */
  pollMs: number
  pollGoneMs: number
  /** Receipts are gathered this long before they are kept. */
  receiptMs: number
  /** Changes of a conversation are gathered this long before the inboxes' lists hear of them. */
  summaryMs: number
  /** From asking a socket to close to cutting it off. */
  closeMs: number
}

export const defaultTiming: Timing = {
  helloMs: 10_000,
  pingMs: 25_000,
  pollMs: 25_000,
  pollGoneMs: 40_000,
  receiptMs: 50,
  summaryMs: 250,
  closeMs: 5_000
}
