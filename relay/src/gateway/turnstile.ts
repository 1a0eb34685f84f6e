import { HttpRefusal } from './http-refusal.ts'

/** What to answer when there is no more room to wait in. */
export const busy = () =>
  new HttpRefusal(503, 'busy', 'Too much at once. Try again in a moment.', 1)

interface Waiting {
  weight: number
  enter(): void
}

/**
 * Lets work run whose weights come to `width` at a time, and what is heavier than that alone.
 * The others wait in line; past `length` they are refused.
 */
export function createTurnstile({ width, length }: { width: number; length: number }) {
  const line: Waiting[] = []
  let inside = 0

  const hasRoomFor = (weight: number) => inside === 0 || inside + weight <= width

  const enter = async (weight: number) => {
    if (line.length === 0 && hasRoomFor(weight)) {
      inside += weight
      return
    }
    if (line.length >= length) throw busy()
    await new Promise<void>(resolve => line.push({ weight, enter: resolve }))
  }

  const leave = (weight: number) => {
    inside -= weight
    while (line[0] && hasRoomFor(line[0].weight)) {
      // Counted before it runs, so that nobody slips in between.
      const next = line.shift()!
      inside += next.weight
      next.enter()
    }
  }

  return async <T>(work: () => Promise<T>, weight = 1): Promise<T> => {
    await enter(weight)
    try {
      return await work()
    } finally {
      leave(weight)
    }
  }
}
