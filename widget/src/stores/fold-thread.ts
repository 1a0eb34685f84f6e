import { goesOn, type Thread } from './thread.ts'

/**
 * What a thread adds up to. One that goes on at its end is not added up again: an entry after ten thousand others costs no
 * more than the first.
 *
 * @param nothing what no entries add up to
 * @param add the sum with these entries after it; the sum it is given stays as it is
 */
export function foldThread<Sum>(
  nothing: Sum,
  add: (sum: Sum, entries: Thread) => Sum
): (thread: Thread) => Sum {
  let known: Thread = []
  let sum = nothing
  return thread => {
    sum = goesOn(known, thread) ? add(sum, thread.slice(known.length)) : add(nothing, thread)
    known = thread
    return sum
  }
}
