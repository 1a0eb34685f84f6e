import type { World } from './world.ts'

export interface EndableWorld extends World {
  /** Begins something that ends with the world, unless that is over; returns its undo. */
  hold(begin: () => () => void): () => void
  end(): void
}

/** A world whose timers and listeners can all be ended at once, so that nothing is left of us on the page. */
export function endable(world: World): EndableWorld {
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
    hold,
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
