import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Language } from '../language.ts'
import { loadLate } from '../strings/late/load-late.ts'
import type { LateTexts, LateWords } from '../strings/words.ts'
import { usePanel } from './context.ts'

const loaded = new Map<Language, LateTexts>()

/** Fetches them ahead, beside what says them. */
export async function fetchLate(language: Language): Promise<void> {
  if (!loaded.has(language)) loaded.set(language, await loadLate(language))
}

/** The words of what is fetched late. Undefined until they are there. */
export function useLate(): LateWords | undefined {
  const { base, sayMore } = usePanel()
  const [, redraw] = useState({})
  const texts = loaded.get(base)
  useEffect(() => {
    if (texts) return
    fetchLate(base).then(
      () => redraw({}),
      // Offline. Whoever comes back tries again.
      () => {}
    )
  }, [base])
  return useMemo(() => texts && sayMore(texts), [texts, sayMore])
}
