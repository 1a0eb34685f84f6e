/** The languages we have words in, one file each in `strings/`. The first is for everybody else. */
export const LANGUAGES = ['en', 'sv', 'da', 'nb', 'fi', 'de', 'fr', 'es', 'nl', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

type Tags = readonly (string | null | undefined)[]

/** The language of ours that fits the first of these tags that any fits: `sv-FI` is `sv`, and all Norwegian is `nb`. */
export function pickLanguage(tags: Tags): Language {
  for (const tag of tags) {
    const base = tag
      ?.toLowerCase()
      .split('-')[0]
      ?.replace(/^n[no]$/, 'nb')
    const found = LANGUAGES.find(language => language === base)
    if (found) return found
  }
  return LANGUAGES[0]
}

/** What the visitor may want to read, the most wanted first: what the site asked for, the page's own language, the browser's. */
export const wishedFor = (asked: string | undefined): string[] =>
  [asked ?? '', document.documentElement.lang, ...navigator.languages].filter(Boolean)

/** The language of ours to speak on this page. */
export const pageLanguage = (asked: string | undefined): Language => pickLanguage(wishedFor(asked))
