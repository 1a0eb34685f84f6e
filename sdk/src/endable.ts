import type { World } from './world.ts'

/** A world whose timers and listeners can all be ended at once, so that nothing is left of us on the page. */
export function endable(world: World): World & { end(): void } {
  const undos = new Set<() => void>()
  let isOver = false

  const hold = (begin: () => () => void) => {
    if (isOver) return () => {}
    const undo = begin()
    const release = () => {
      undos.delete(release)
      undo()
    }
    undos.add(release)
    return release
  }

  return {
    ...world,
    after(ms, run) {
      const release = hold(() =>
        world.after(ms, () => {
          release()
          run()
        })
      )
      return release
    },
    listen: (event, run) => hold(() => world.listen(event, run)),
    end() {
      isOver = true
      for (const release of undos) release()
    }
  }
}
