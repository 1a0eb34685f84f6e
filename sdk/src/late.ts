/** What a page needs only once something is to be sent: one piece, as nobody sends without the HTTP client. */
export { alone } from './alone.ts'
export { callRelay } from './http.ts'
export { sendEvents } from './send-events.ts'
