import type { BeforeField } from '@segue/sdk/protocol'

/** A text by the languages a site has it in. BCP 47, in small letters. */
export type ByLanguage<T> = ReadonlyMap<string, T>

/** A question of a site's, asked before the first message. */
export interface Question extends Pick<BeforeField, 'id' | 'type'> {
  required: boolean
  label?: ByLanguage<string>
  /** Of a `choice`. */
  choices?: ByLanguage<string[]>
}

/** What a site asks before the first message, as far as it is not known. */
export interface Before {
  /** Whether it must be answered before anything is written. */
  required: boolean
  questions: Question[]
}

/** A text in the language asked for, or its base, or the site's own, or whatever there is. */
export function inLanguage<T>(texts: ByLanguage<T>, ...wanted: string[]): T | undefined {
  const tags = wanted.flatMap(tag => [tag.toLowerCase(), tag.toLowerCase().split('-')[0]!])
  const tag = tags.find(one => texts.has(one))
  return tag === undefined ? [...texts.values()][0] : texts.get(tag)
}
