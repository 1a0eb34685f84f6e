import type { en } from './en.ts'

type Holes<T> = T extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never

export type PhoneTextName = keyof typeof en

/** What the relay says on a phone, in one language, with names in braces where something is filled in. */
export type PhoneTemplates = Record<PhoneTextName, string>

/** The same, ready to be said: strings, and functions where there is something to fill in. */
export type PhoneTexts = {
  [Name in PhoneTextName]: [Holes<(typeof en)[Name]>] extends [never]
    ? string
    : (values: Record<Holes<(typeof en)[Name]>, string>) => string
}

const HOLE = /\{(\w+)\}/g

/** The names in braces that a text has places for. */
export const holesOf = (text: string): string[] => [...text.matchAll(HOLE)].map(([, name]) => name!)

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(HOLE, (hole, name: string) => (Object.hasOwn(values, name) ? values[name]! : hole))

/** Templates as texts. `ours` decides which of them are filled in, whatever a site has put in their place. */
export function textsOf(ours: PhoneTemplates, own: Partial<PhoneTemplates> = {}): PhoneTexts {
  const texts = Object.entries(ours).map(([name, our]) => {
    const text = own[name as PhoneTextName] ?? our
    const say = (values: Readonly<Record<string, string>>) => fill(text, values)
    return [name, our.includes('{') ? say : text]
  })
  return Object.fromEntries(texts) as PhoneTexts
}
