import { plainText } from '@segue/sdk/marks'
import type { Transcript, TranscriptLine } from '../core/transcript/transcript.ts'
import { fill, type MailWords, wordsIn } from './mail-words.ts'

/** One thing that was said, in words. */
export interface LaidLine {
  from: TranscriptLine['from']
  who: string
  /** When, and where if not on the site: `14:02 · WhatsApp`. */
  meta: string
  text: string
  files: string[]
}

/** What a mail says, in the order of reading and in one language; how it looks comes after. */
export interface LaidMail {
  language: string
  direction: 'ltr' | 'rtl'
  site: string
  subject: string
  why: string
  cut?: string
  days: { day: string; lines: LaidLine[] }[]
  times: string
  back: { title: string; url: string; hint: string }
  noReply?: string
}

/** What people call the networks. Another goes by its own name. */
const NETWORKS = new Map([
  ['whatsapp', 'WhatsApp'],
  ['sms', 'SMS']
])

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const

/** Puts a conversation into words: who said what on which day, in the reader's language and zone. */
export function layOutMail(transcript: Transcript): LaidMail {
  const { language, words } = wordsIn(transcript.language)
  const { timeZone, lines, isCut, page, replyTo } = transcript
  const site = inOneLine(transcript.look.name)
  const zone = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'long' })
    .formatToParts(lines.at(-1)?.at)
    .find(({ type }) => type === 'timeZoneName')
  return {
    language,
    direction: /^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr',
    site,
    subject: fill(words.subject, { site }),
    why: fill(words.why, { site }),
    ...(isCut ? { cut: words.cut } : {}),
    days: daysOf(lines, { language, timeZone, words, site }),
    times: fill(words.times, { zone: zone?.value ?? timeZone }),
    back: { title: words.back, url: page, hint: words.backHint },
    ...(replyTo ? {} : { noReply: words.noReply })
  }
}

interface Reading {
  language: string
  timeZone: string
  words: MailWords
  site: string
}

function daysOf(lines: TranscriptLine[], reading: Reading): LaidMail['days'] {
  const { language, timeZone } = reading
  const day = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'full' })
  const time = new Intl.DateTimeFormat(language, { timeZone, timeStyle: 'short' })
  const days: LaidMail['days'] = []
  for (const line of lines) {
    const name = day.format(line.at)
    if (days.at(-1)?.day !== name) days.push({ day: name, lines: [] })
    days.at(-1)!.lines.push(layOutLine(line, time.format(line.at), reading))
  }
  return days
}

function layOutLine(line: TranscriptLine, time: string, reading: Reading): LaidLine {
  const { words, site, language } = reading
  const { from, name, text, files, network } = line
  const where = network && (NETWORKS.get(network) ?? inOneLine(network))
  return {
    from,
    who: from === 'visitor' ? words.you : inOneLine(name ?? site),
    meta: [time, where].filter(Boolean).join(' · '),
    text: plain(plainText(text)),
    files: files.map(({ name, size }) =>
      fill(words.file, { name: inOneLine(name), size: sizeIn(language, size) })
    )
  }
}

function sizeIn(language: string, bytes: number): string {
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2
  const format = new Intl.NumberFormat(language, {
    ...{ style: 'unit', unit: UNITS[step]!, unitDisplay: 'short' },
    maximumFractionDigits: 0
  })
  return format.format(bytes / 1000 ** step)
}

/** Nothing that a mail cannot carry, turns the line around, or comes from a terminal. Line breaks stay. */
const plain = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
    .toWellFormed()

/** What stands in a header or beside a name. */
const inOneLine = (text: string): string => plain(text).replaceAll(/\s+/g, ' ').trim()
