import type { World } from '../../sdk/src/world.ts'

/** The locks of a browser: tasks of one name wait for each other, whichever tab they are of. */
export function createLocks(): World['alone'] {
  const queues = new Map<string, Promise<unknown>>()
  return (name, task) => {
    const done = (queues.get(name) ?? Promise.resolve()).then(task)
    queues.set(
      name,
      done.catch(() => undefined)
    )
    return done
  }
}
