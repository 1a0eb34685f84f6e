import type { Language } from '../language.ts'
import type { Words } from './en.ts'

/** Fetches the words of one language, and of no other. */
const files: Record<Language, () => Promise<Words>> = {
  en: async () => (await import('./en.ts')).en,
  sv: async () => (await import('./sv.ts')).sv
}

export const loadWords = (language: Language): Promise<Words> => files[language]()
