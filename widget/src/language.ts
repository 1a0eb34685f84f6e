/** The languages we have words in, one file each in `strings/`. The first is for everybody else. */
export const LANGUAGES = ['en', 'sv', 'da', 'nb', 'fi', 'de', 'fr', 'es', 'nl', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

type Tag = string | null | undefined

/** `sv-FI` is `sv`, and all Norwegian is `nb`. */
function languageOf(tag: Tag): Language | undefined {
  const base = tag?.toLowerCase().split('-')[0]
  const ours = base === 'no' || base === 'nn' ? 'nb' : base
  return LANGUAGES.find(language => language === ours)
}

/** The language of ours that fits the first of these tags that any fits. */
export function pickLanguage(tags: readonly Tag[]): Language {
  for (const tag of tags) {
    const found = languageOf(tag)
    if (found) return found
  }
  return LANGUAGES[0]
}

/** What the visitor may want to read, the most wanted first: what the site asked for, the page's own language, the browser's. */
export const wishedFor = (asked: string | undefined): string[] =>
  [asked ?? '', document.documentElement.lang, ...navigator.languages].filter(Boolean)

/** The language of ours to speak on this page. */
export const pageLanguage = (asked: string | undefined): Language =>
  // The browser's own are asked for last: most pages say theirs, and the list costs the page a millisecond.
  languageOf(asked) ??
  languageOf(document.documentElement.lang) ??
  pickLanguage(navigator.languages)
