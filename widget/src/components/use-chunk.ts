import { useEffect, useState } from 'preact/hooks'
import { usePanel } from './context.ts'

const nothing = (): void => {}

/**
 * A part of the panel that is fetched when it is first shown, and its style sheet with it. Undefined until it is there.
 *
 * @param failed told when it cannot be fetched
 */
export function useChunk<Part extends { css: string }>(
  load: () => Promise<Part>,
  failed: () => void = nothing
): Part | undefined {
  const { adopt } = usePanel()
  const [part, show] = useState<Part | undefined>()
  useEffect(() => {
    let gone = false
    load().then(loaded => {
      adopt(loaded.css)
      if (!gone) show(loaded)
    }, failed)
    return () => {
      gone = true
    }
  }, [])
  return part
}
