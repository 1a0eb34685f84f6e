/** Limits both sides of the wire hold to. A page imports the ones it needs; nothing else comes with them. */

/** Version of the wire, offered as the WebSocket subprotocol. */
export const SUBPROTOCOL = 'segue.v1'

/** Longest text of one message, in UTF-16 code units. */
export const MAX_TEXT = 4096

/** Most files of one message. */
export const MAX_FILES = 10

/** Largest frame a page may send, in bytes. */
export const MAX_FRAME_BYTES = 32 * 1024

/** Most events of one batch. */
export const MAX_BATCH_EVENTS = 2500

/** The relay pings this often, in milliseconds. */
export const PING_MS = 25_000

/** A client that heard nothing for this long asks whether the relay is there, in milliseconds. */
export const SILENCE_MS = 35_000

/** Longest words to search for, in UTF-16 code units. */
export const MAX_SEARCH = 100

/** How many entries one replay or one page of a thread holds at most. */
export const PAGE_ENTRIES = 100
