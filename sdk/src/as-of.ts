import type { Sdk } from './sdk.ts'
import { baseOf } from './seam.ts'

/** When and where a call was made. */
export interface Moment {
  /** Milliseconds since 1970. */
  at: number
  /** Without query and fragment. */
  url: string
  title: string
}

/** Makes the calls in `run` as they would have been made then and there: for those who queue before loading. */
export function asOf(sdk: Sdk, { at, url, title }: Moment, run: () => void): void {
  const { scene } = baseOf(sdk)
  const { now, view } = scene
  scene.now = () => at
  scene.view = () => {
    const present = view()
    return present && { ...present, url, title, path: new URL(url).pathname }
  }
  try {
    run()
  } finally {
    Object.assign(scene, { now, view })
  }
}
