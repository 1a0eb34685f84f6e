import type { World } from './world.ts'

/** When and where a call was made. */
export interface Moment {
  /** Milliseconds since 1970. */
  at: number
  /** Without query and fragment. */
  url: string
  title: string
}

/** The clock and the page, as calls see them. */
export type Scene = Pick<World, 'now' | 'view' | 'language' | 'timezone'>

/** A scene that can be set back for as long as a function runs. */
export function createRewind(present: Scene): {
  scene: Scene
  asOf(moment: Moment, run: () => void): void
} {
  let past: Moment | undefined

  return {
    scene: {
      ...present,
      now: () => past?.at ?? present.now(),
      view() {
        const view = present.view()
        if (!past || !view) return view
        const { url, title } = past
        return { ...view, url, title, path: new URL(url).pathname }
      }
    },
    asOf(moment, run) {
      past = moment
      try {
        run()
      } finally {
        past = undefined
      }
    }
  }
}
