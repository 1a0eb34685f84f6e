import type { Answer, Entry } from '@segue/sdk/protocol'

/** What was answered last to each message that asks, by its id. */
export type Answers = ReadonlyMap<string, Answer>

/** Reads who has answered what. */
export const foldAnswers = (entries: readonly Entry[]): Answers =>
  new Map(
    entries.flatMap(entry =>
      entry.type === 'message' && entry.answer ? [[entry.answer.to, entry.answer]] : []
    )
  )
