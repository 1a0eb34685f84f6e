import { useEffect } from 'preact/hooks'
import { usePanel } from './context.ts'

/** Says that the newest has been read, whenever that is true. */
export function useReading(following: boolean, unread: number): void {
  const { conversation } = usePanel()
  useEffect(() => {
    const read = () => {
      if (following && document.visibilityState === 'visible') conversation.readAll()
    }
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [following, unread])
}
