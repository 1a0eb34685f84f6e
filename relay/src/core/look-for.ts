import type { Look } from '@segue/sdk/protocol'
import { baseOf, ownTexts, templates } from './phone/phone-texts.ts'
import type { Site } from './settings.ts'

/** A page that wishes for more languages than this is not listened to any further. */
const MOST_WISHES = 10

/** A language tag in its usual writing, or none: browsers without a locale say `en-US@posix`. */
function readTag(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag.trim())
  } catch {
    return []
  }
}

/**
 * The language to speak with a visitor: the first they wish for that the site has words in, or we have; else the first wish.
 *
 * @param wishes BCP 47, the most wanted first, with commas between them
 */
export function chooseLanguage(
  { texts }: Pick<Site, 'texts'>,
  wishes: string | undefined
): string | undefined {
  const tags = (wishes ?? '').split(',').slice(0, MOST_WISHES).flatMap(readTag)
  return tags.find(tag => ownTexts(texts, tag) || templates.has(baseOf(tag))) ?? tags[0]
}

/** What a site looks like and says, to a visitor who reads this language. */
export function lookFor({ look, texts, language: home }: Site, language = home): Look {
  const own = ownTexts(texts, language)
  if (!own) return look
  const { questions, greeting, ...page } = own.page
  return {
    ...look,
    ...(templates.has(baseOf(language)) ? {} : { language }),
    ...(typeof greeting === 'string' ? { greeting } : {}),
    ...(Array.isArray(questions) ? { questions } : {}),
    texts: page
  }
}
