import type { Language } from '../../language.ts'
import type { LateTexts } from '../words.ts'

/** Fetches what is said in views that few open, in one language. */
const files: Record<Language, () => Promise<LateTexts>> = {
  en: async () => (await import('./late-en.ts')).en,
  sv: async () => (await import('./late-sv.ts')).sv,
  da: async () => (await import('./late-da.ts')).da,
  nb: async () => (await import('./late-nb.ts')).nb,
  fi: async () => (await import('./late-fi.ts')).fi,
  de: async () => (await import('./late-de.ts')).de,
  fr: async () => (await import('./late-fr.ts')).fr,
  es: async () => (await import('./late-es.ts')).es,
  nl: async () => (await import('./late-nl.ts')).nl,
  ar: async () => (await import('./late-ar.ts')).ar
}

export const loadLate = (language: Language): Promise<LateTexts> => files[language]()
