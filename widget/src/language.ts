/** The languages we have words in, one file each in `strings/`. The first is for everybody else. */
export const LANGUAGES = ['en', 'sv'] as const
export type Language = (typeof LANGUAGES)[number]

/** The language of ours that fits the first of these tags that any fits: `sv-FI` is `sv`. */
export function pickLanguage(tags: readonly (string | null | undefined)[]): Language {
  for (const tag of tags) {
    const base = tag?.toLowerCase().split('-')[0]
    const found = LANGUAGES.find(language => language === base)
    if (found) return found
  }
  return LANGUAGES[0]
}

/** What to speak on this page: what the site asked for, else the page's own language, else the browser's. */
export const pageLanguage = (asked: string | undefined): Language =>
  pickLanguage([asked, document.documentElement.lang, ...navigator.languages])
