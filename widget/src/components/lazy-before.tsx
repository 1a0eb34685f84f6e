import { useChunk } from './use-chunk.ts'

/** What the site asks before the first message, in a chunk of its own: most sites ask nothing. Offline nobody has to say who they are. */
export function LazyBefore() {
  const part = useChunk(() => import('../before/before.tsx'))
  return part ? <part.Before /> : null
}
