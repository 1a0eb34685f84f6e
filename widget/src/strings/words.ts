import type { en } from './en.ts'
import type { en as lateEn } from './late/late-en.ts'

/**
 * A text in several forms. With `{count}` the form is the plural category that `Intl.PluralRules` says,
 * else it goes by the network that is spoken of: `sms`, `whatsapp`. `other` is for all the rest.
 */
export interface Forms {
  other: string
  [form: string]: string
}

export type Text = string | Forms

/** The names in braces that a text has places for. */
type Holes<T> = T extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never

/** A text without holes is one string in every language; others may have forms where a language needs them. */
type TextFor<T> = T extends string
  ? [Holes<T>] extends [never]
    ? string
    : Text
  : T extends Forms
    ? Text
    : { [Key in keyof T]: TextFor<T[Key]> }

type Say<Hole extends string> = (
  values: {
    [Name in Hole]: Name extends 'count' ? number : string
  }
) => string

type WordFor<T> = T extends string
  ? [Holes<T>] extends [never]
    ? string
    : Say<Holes<T>>
  : T extends { other: infer Other }
    ? Say<Holes<Other>>
    : { [Key in keyof T]: WordFor<T[Key]> }

/** Everything the widget says at once, in one language. English decides what there is, and what each text may use. */
export type Texts = TextFor<typeof en>

/** What it says in views that few open. */
export type LateTexts = TextFor<typeof lateEn>

/** The same, ready to be said: strings, and functions where there is something to fill in. */
export type Words = WordFor<typeof en>
export type LateWords = WordFor<typeof lateEn>

type AllTexts = Texts & LateTexts

/** What a site says otherwise: some of the texts, in the same places. */
export type OwnTexts = {
  [Key in keyof AllTexts]?: AllTexts[Key] extends Text ? Text : Partial<AllTexts[Key]>
}

type Own = OwnTexts | undefined

type Tree = { [key: string]: Text | Tree }

const isForms = (part: unknown): part is Forms =>
  !!part && typeof part === 'object' && 'other' in part

/** Whether a text is only said as it is. */
const isPlain = (text: Text): boolean => typeof text === 'string' && !text.includes('{')

/** The strongest of the site's own texts that can stand in place of ours; ours, where none can. */
const pick = (ours: Text, own: readonly unknown[]): Text =>
  (own.find(text => typeof text === 'string' || (!isPlain(ours) && isForms(text))) as Text) ?? ours

/**
 * Texts as words.
 *
 * @param language decides the plural forms
 * @param texts ours
 * @param own the site's, the strongest first
 */
export function wordsIn(language: string, texts: Texts, ...own: Own[]): Words
export function wordsIn(language: string, texts: LateTexts, ...own: Own[]): LateWords
export function wordsIn(language: string, texts: object, ...own: Own[]): object {
  let plurals: Intl.PluralRules | undefined
  const categoryOf = (count: number) => {
    // Not before something is counted: the first use of `Intl` takes a browser longer than drawing the panel.
    plurals ??= new Intl.PluralRules(language)
    return plurals.select(count)
  }

  const fill = (text: Text, values: Record<string, string | number>): string => {
    const { count, network = '' } = values
    const form = count === undefined ? network : categoryOf(Number(count))
    const chosen =
      typeof text === 'string' ? text : Object.hasOwn(text, form) ? text[form]! : text.other
    return chosen.replace(/\{(\w+)\}/g, (hole, name: string) => {
      if (name === 'network') return nameOf(String(network))
      return Object.hasOwn(values, name) ? values[name]!.toLocaleString(language) : hole
    })
  }

  const say = (ours: Text, theirs: unknown[]): unknown => {
    const text = pick(ours, theirs)
    if (isPlain(ours)) return text
    return (values: Record<string, string | number>) => fill(text, values)
  }

  const words = (part: Tree, theirs: unknown[]): object =>
    Object.fromEntries(
      Object.entries(part).map(([key, ours]) => {
        const those = theirs.map(own => Object(own)[key] as unknown)
        const isText = typeof ours === 'string' || isForms(ours)
        return [key, isText ? say(ours as Text, those) : words(ours as Tree, those)]
      })
    )

  const names = pick(
    (texts as Partial<Texts>).networkName ?? '',
    own.map(one => one?.networkName)
  )
  const nameOf = (network: string): string =>
    isForms(names) ? (names[network] ?? network) : network

  return words(texts as Tree, own)
}
