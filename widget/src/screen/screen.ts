/** What a panel needs that is a screen: fetched with the first that is one. */
export { catchBack } from './catch-back.ts'
export { followScreen } from './follow-screen.ts'
