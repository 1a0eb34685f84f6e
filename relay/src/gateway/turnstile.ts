import { HttpRefusal } from './http-refusal.ts'

/** What to answer when there is no more room to wait in. */
export const busy = () =>
  new HttpRefusal(503, 'busy', 'Too much at once. Try again in a moment.', 1)

/** Lets `width` pieces of work run at a time. The others wait in line; past `length` they are refused. */
export function createTurnstile({ width, length }: { width: number; length: number }) {
  const line: (() => void)[] = []
  let inside = 0

  const enter = async () => {
    if (inside < width) {
      inside += 1
      return
    }
    if (line.length >= length) {
      throw busy()
    }
    // Whoever leaves hands over its place, so that nobody slips in between.
    await new Promise<void>(resolve => line.push(resolve))
  }

  const leave = () => {
    const next = line.shift()
    if (next) next()
    else inside -= 1
  }

  return async <T>(work: () => Promise<T>): Promise<T> => {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
