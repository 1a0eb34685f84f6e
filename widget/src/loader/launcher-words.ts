import type { Language } from '../language.ts'

/** The launcher's name before any language has been fetched. The same as `openChat` in `strings/`. */
export const openChat: Record<Language, string> = { en: 'Open chat', sv: 'Öppna chatten' }
