import type { MessageContent } from '@segue/sdk/protocol'
import { presentEntry, type View } from '../conversation/present-entry.ts'
import { viewOf } from '../conversation/viewer.ts'
import { isChoice } from '../message/message-content.ts'
import type { StoredEntry } from '../model.ts'
import type { Reads } from '../reads.ts'
import { WEB } from '../surface.ts'
import type { TranscriptLine } from './transcript.ts'

/** A mail of more messages than this is read by nobody, and taken by few. */
const MOST_LINES = 500
const MOST_TEXT = 200_000
const PAGE = 200

/** What is read, and with whose eyes: a visitor's address, or null for the company's own. */
export interface Part {
  conversation: string
  reader: string | null
  upTo: number
}

export interface ReadLines {
  lines: TranscriptLine[]
  /** Whether there was more before the first of them. */
  isCut: boolean
}

/** The newest of what was said up to a `seq`, as far as this reader may see it, oldest first. Notices of the relay are left out. */
export async function readLines(reads: Reads, part: Part): Promise<ReadLines> {
  const { conversation, upTo } = part
  const view = await viewFor(reads, part)
  const lines: TranscriptLine[] = []
  let length = 0
  let before = upTo + 1
  while (before > 1) {
    const entries = await reads.entries(conversation, { before, limit: PAGE })
    for (const entry of entries.toReversed()) {
      const line = lineOf(entry, view)
      if (!line) continue
      length += line.text.length
      if (lines.length >= MOST_LINES || length > MOST_TEXT) return { lines, isCut: true }
      lines.unshift(line)
    }
    before = entries[0]?.seq ?? 0
  }
  return { lines, isCut: false }
}

/** Whether somebody of the company has answered lately, as far as this reader may see. */
export async function hasAnswer(reads: Reads, part: Part): Promise<boolean> {
  const view = await viewFor(reads, part)
  const range = { before: part.upTo + 1, limit: PAGE }
  const entries = await reads.entries(part.conversation, range)
  return entries.some(entry => {
    const { body } = entry
    // What a machine answers by itself would let anybody's words through.
    return body.type === 'message' && body.from === 'agent' && !!lineOf(entry, view)
  })
}

/** Files are named in a mail, and fetched in the chat: a mail is passed on more easily than a visitor's session. */
const fileUrl = (): string => ''

/**
 * What the reader may see now. What the company sends by itself goes to an address that nobody has proved: it holds what the web
 * session may see, and all of it only where there is no web session that could be somebody else's.
 */
async function viewFor(reads: Reads, { conversation, reader }: Part): Promise<View> {
  if (reader !== null) {
    return viewOf({ store: reads, fileUrl }, { kind: 'visitor', address: reader }, conversation)
  }
  const links = await reads.links({ conversation })
  const addresses = await Promise.all(links.map(({ address }) => reads.address(address)))
  const hasWeb = addresses.some(address => address?.account === WEB)
  return { all: !hasWeb, links: new Map(links.map(link => [link.id, link])), fileUrl }
}

function lineOf(entry: StoredEntry, view: View): TranscriptLine | undefined {
  const seen = presentEntry(entry, view)
  if (seen.type !== 'message' || seen.removed || seen.from === 'system') return undefined
  const { at, name, files = [], content, on } = seen
  const isVisitor = seen.from === 'visitor'
  return {
    ...{ at, from: isVisitor ? 'visitor' : 'agent' },
    ...(name && !isVisitor ? { name } : {}),
    text: [seen.text, ...(content ? wordsOf(content) : [])].filter(Boolean).join('\n'),
    files: files.map(({ name, size }) => ({ name, size })),
    ...(on.network === WEB ? {} : { network: on.network })
  }
}

/** What a message offers beside its text, as lines. */
function wordsOf(content: MessageContent): string[] {
  switch (content.kind) {
    case 'replies':
      return content.replies.map(({ title }) => `- ${title}`)
    case 'form':
      return content.fields.map(({ label }) => `- ${label}`)
    case 'cards':
      return content.cards.flatMap(({ title, text, buttons = [] }) => [
        `- ${title}${text ? `: ${text}` : ''}`,
        ...buttons.map(button =>
          isChoice(button) ? `  ${button.title}` : `  ${button.title}: ${button.url}`
        )
      ])
  }
}
