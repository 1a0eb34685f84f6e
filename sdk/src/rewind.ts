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
export type Scene = Pick<World, 'now' | 'view' | 'language'>

/** A scene that can be set back for as long as a function runs. */
export function createRewind({ now, view, language }: Scene): {
  scene: Scene
  asOf(moment: Moment, run: () => void): void
} {
  let past: Moment | undefined

  return {
    scene: {
      now: () => past?.at ?? now(),
      view() {
        const present = view()
        if (!past || !present) return present
        const { url, title } = past
        return { ...present, url, title, path: new URL(url).pathname }
      },
      language
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
