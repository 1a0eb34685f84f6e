import type { Site, SiteTexts } from '../settings.ts'
import { ar } from './phone-texts/ar.ts'
import { da } from './phone-texts/da.ts'
import { de } from './phone-texts/de.ts'
import { en } from './phone-texts/en.ts'
import { es } from './phone-texts/es.ts'
import { fi } from './phone-texts/fi.ts'
import { fr } from './phone-texts/fr.ts'
import { nb } from './phone-texts/nb.ts'
import { nl } from './phone-texts/nl.ts'
import { sv } from './phone-texts/sv.ts'
import { type PhoneTemplates, type PhoneTexts, textsOf } from './phone-texts/templates.ts'

export type { PhoneTexts } from './phone-texts/templates.ts'

/** What the relay says on a phone, in every language we speak, by its BCP 47 tag. The page has its own words. */
export const templates: ReadonlyMap<string, PhoneTemplates> = new Map(
  Object.entries({ en, sv, da, nb, fi, de, fr, es, nl, ar })
)

/** The same, ready to be said. */
export const languages: ReadonlyMap<string, PhoneTexts> = new Map(
  [...templates].map(([language, ours]) => [language, textsOf(ours)])
)

/** `sv` of `sv-FI`; all Norwegian is `nb`. */
export const baseOf = (tag: string): string =>
  tag
    .toLowerCase()
    .split('-')[0]!
    .replace(/^n[no]$/, 'nb')

type Speaker = Pick<Site, 'language' | 'texts'> | undefined

/** The texts in this language (BCP 47), else in the site's own, else in English; with the site's words where it has any. */
export function phoneTexts(site: Speaker, language: string | null | undefined): PhoneTexts {
  for (const tag of [language, site?.language, 'en']) {
    const texts = tag && textsIn(site, tag)
    if (texts) return texts
  }
  return languages.get('en')!
}

function textsIn(site: Speaker, tag: string): PhoneTexts | undefined {
  const ours = templates.get(baseOf(tag))
  const own = ownTexts(site?.texts, tag)?.phone
  return own ? textsOf(ours ?? templates.get('en')!, own) : languages.get(baseOf(tag))
}

/** What a site says in a language in its own words: `pt-BR`, else `pt`. */
export const ownTexts = (texts: Site['texts'], tag: string): SiteTexts | undefined =>
  texts?.get(tag.toLowerCase()) ?? texts?.get(baseOf(tag))

/** Every draft that a link of this site may have put into somebody's hands. */
export const draftsOf = (site: Speaker, host: string): string[] =>
  [...templates.keys(), ...(site?.texts?.keys() ?? [])].map(tag =>
    phoneTexts(site, tag).draft({ site: host })
  )
