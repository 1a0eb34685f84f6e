import type { Language } from '../language.ts'
import type { Texts } from './words.ts'

/** Fetches the texts of one language, and of no other. */
const files: Record<Language, () => Promise<Texts>> = {
  en: async () => (await import('./en.ts')).en,
  sv: async () => (await import('./sv.ts')).sv,
  da: async () => (await import('./da.ts')).da,
  nb: async () => (await import('./nb.ts')).nb,
  fi: async () => (await import('./fi.ts')).fi,
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
  es: async () => (await import('./es.ts')).es,
  nl: async () => (await import('./nl.ts')).nl,
  ar: async () => (await import('./ar.ts')).ar
}

export const loadTexts = (language: Language): Promise<Texts> => files[language]()
