import { usePanel } from '../components/context.ts'

/** Takes files for the next message. What shows and uploads them is fetched when somebody has a file, and not before. */
export function useAttach(): (files: Iterable<File>) => void {
  const panel = usePanel()
  return files => {
    // At once: the field they came from is emptied.
    const taken = [...files]
    import('./tray.tsx').then(
      ({ css, take, Tray }) => {
        panel.adopt(css)
        panel.$tray.set(Tray)
        take(panel, taken)
      },
      () => panel.$tray.set('lost')
    )
  }
}
