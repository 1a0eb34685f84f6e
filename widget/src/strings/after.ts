import type { Language } from '../language.ts'
import { ar } from './after/ar.ts'
import { da } from './after/da.ts'
import { de } from './after/de.ts'
import { en } from './after/en.ts'
import { es } from './after/es.ts'
import { fi } from './after/fi.ts'
import { fr } from './after/fr.ts'
import { nb } from './after/nb.ts'
import { nl } from './after/nl.ts'
import { sv } from './after/sv.ts'
import type { AfterTexts } from './words.ts'

/** What is said after a conversation, in every language: few words, fetched by few. */
export const after: Record<Language, AfterTexts> = { en, sv, da, nb, fi, de, fr, es, nl, ar }
