import type { BeforeForm } from '@segue/sdk'
import { usePanel } from './context.ts'
import { useChunk } from './use-chunk.ts'
import { useStore } from './use-store.ts'

/** What is to be asked before the first message, if anything. */
export function useBefore(): BeforeForm | undefined {
  const { $asked, conversation, isNew } = usePanel()
  const session = useStore(conversation.$session)
  const asked = useStore($asked)
  const rows = useStore(conversation.$timeline)
  const earlier = useStore(conversation.$earlier)
  const online = useStore(conversation.$connection) === 'online'
  // What may have been said before is to be here.
  const isEmpty = (isNew || online) && !rows.length && !earlier
  return isEmpty && asked !== session?.visitor ? session?.before : undefined
}

/** The questions, in a chunk of their own: most sites ask none. */
export function LazyBefore({ form, shown }: { form: BeforeForm; shown(): void }) {
  const { $asked, conversation } = usePanel()
  // Offline nobody has to say who they are.
  const part = useChunk(
    () => import('../before/before.tsx'),
    () => $asked.set(conversation.$session.get()?.visitor)
  )
  return part ? <part.Before form={form} shown={shown} /> : null
}
