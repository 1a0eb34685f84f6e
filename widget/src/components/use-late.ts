import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Language } from '../language.ts'
import { loadLate } from '../strings/late/load-late.ts'
import type { LateTexts, LateWords } from '../strings/words.ts'
import { usePanel } from './context.ts'

const loaded = new Map<Language, LateTexts>()

/** The words of what is fetched late. Undefined until they are there. */
export function useLate(): LateWords | undefined {
  const { base, sayMore } = usePanel()
  const [, redraw] = useState({})
  const texts = loaded.get(base)
  useEffect(() => {
    if (texts) return
    loadLate(base).then(
      fetched => {
        loaded.set(base, fetched)
        redraw({})
      },
      // Offline. Whoever comes back tries again.
      () => {}
    )
  }, [base])
  return useMemo(() => texts && sayMore(texts), [texts, sayMore])
}
