import type { MessageEntry } from '@segue/sdk'
import type { Attention } from './attention/attention.ts'
import { dealWith } from './attention/deal-with.ts'
import type { PanelStores } from './stores/panel-stores.ts'

type Stores = Pick<PanelStores, '$open' | '$quiet' | 'conversation'>

/** Calls a visitor back who looks at something else. The code for it comes with the first answer they would miss. */
export function lateAttention({ $open, $quiet, conversation }: Stores, icon: boolean) {
  let loading: Promise<Attention | undefined> | undefined
  let isOver = false

  const load = () =>
    import('./attention/attention.ts').then(
      ({ createAttention }) => (isOver ? undefined : createAttention(conversation.$waiting, icon)),
      () => {
        loading = undefined
        return undefined
      }
    )

  // What is said elsewhere is no news here, but waits.
  const stop = conversation.$elsewhere.listen(count => {
    if (count) loading ??= load()
  })

  return {
    /** Somebody wrote. */
    async call({ id }: MessageEntry): Promise<void> {
      // It is being read: no other tab shall ring for it.
      if ($open.get() && !document.hidden) return dealWith(id)
      loading ??= load()
      const attention = await loading
      if (!$quiet.get()) attention?.ring(id)
    },

    async destroy(): Promise<void> {
      isOver = true
      stop()
      const attention = await loading
      attention?.end()
    }
  }
}
