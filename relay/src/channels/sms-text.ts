import { smsSize } from './sms-segments.ts'

// What phones and word processors put in by themselves. One of them makes the whole text cost twice as much.
const PLAIN = new Map([
  ['‘', "'"],
  ['’', "'"],
  ['‚', "'"],
  ['‛', "'"],
  ['′', "'"],
  ['´', "'"],
  ['`', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['″', '"'],
  ['«', '"'],
  ['»', '"'],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['…', '...'],
  ['•', '-'],
  ['\t', ' '],
  ['\u00a0', ' '],
  ['\u2009', ' '],
  ['\u202f', ' '],
  ['\u200b', ''],
  ['\u2060', ''],
  ['\ufeff', '']
])

const SMART = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'g')

/** The text with typographic characters made plain, where that makes it shorter on the wire. */
export function plainForSms(text: string): string {
  const plain = text.normalize('NFC').replace(SMART, character => PLAIN.get(character)!)
  return smsSize(plain).segments < smsSize(text).segments ? plain : text
}
