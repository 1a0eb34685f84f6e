import type { World } from './world.ts'

/** A world whose timers and listeners can all be ended at once, so that nothing is left of us on the page. */
export function endable(world: World): World & { end(): void } {
  const undos = new Set<() => void>()
  let isOver = false

  const hold = (begin: (done: () => void) => () => void) => {
    if (isOver) return () => {}
    const release = () => {
      undos.delete(release)
      undo()
    }
    undos.add(release)
    const undo = begin(() => undos.delete(release))
    return release
  }

  return {
    ...world,
    after: (ms, run) =>
      hold(done =>
        world.after(ms, () => {
          done()
          run()
        })
      ),
    listen: (event, run) => hold(() => world.listen(event, run)),
    end() {
      isOver = true
      for (const undo of undos) undo()
    }
  }
}
