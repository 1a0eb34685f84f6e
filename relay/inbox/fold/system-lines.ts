import type { Entry, EntryOf, Surface } from '@segue/sdk/protocol'
import { networkName } from '../format/surface.ts'
import { t } from '../strings.ts'

/** Something that happened, in one sentence. */
export interface SystemLine {
  seq: number
  at: number
  text: string
  about: 'handoff' | 'link' | 'mirror' | 'state' | 'rating' | 'mail'
  /** Of a mail that may be sent again: to whom, as far as it is known. */
  mailAgain?: string
}

const nameOf = ({ network }: Surface) => networkName(network)

const proofWords = (proof: string) => t.proofs[proof] ?? proof

function handoffText({ status, to, by, way }: EntryOf<'handoff'>): string | null {
  const place = nameOf(to)
  if (status === 'opened') return t.lines.opened(place)
  if (status === 'offered' && way === 'number') return t.lines.texted(place)
  if (status === 'offered') {
    return by === 'visitor' ? t.lines.offeredByVisitor(place) : t.lines.offered(place)
  }
  // That it was linked is told by the link. That a visitor looked and did not go on is nobody's news.
  if (status === 'linked' || by === 'visitor') return null
  return status === 'expired' ? t.lines.expired(place) : t.lines.revoked(place)
}

function linkText({ status, on, proof, display }: EntryOf<'link'>): string | null {
  const where = [nameOf(on), display].filter(Boolean).join(' ')
  if (status === 'undone') return t.lines.undone(where)
  if (status === 'refused') return t.lines.refused(where)
  if (proof === 'self') return null
  return proof === 'return' ? t.lines.returned : t.lines.linked(where, proofWords(proof))
}

function mirrorText({ shown, on, by }: EntryOf<'mirror'>): string {
  const place = nameOf(on)
  const what = shown ? t.lines.shown(place) : t.lines.unshown(place)
  const why = t.lines.mirrorBy[by]
  return why ? `${what} · ${why}` : what
}

type State = EntryOf<'state'> | undefined

function stateText({ state, agent }: EntryOf<'state'>, before: State): string | null {
  if (state === 'closed') return agent ? t.lines.closedBy(agent.name) : t.lines.closed
  if (before?.state === 'closed') return t.lines.reopened
  const changedHands = agent && agent.id !== before?.agent?.id
  return changedHands ? t.lines.claimed(agent.name) : null
}

function mailLine(mail: EntryOf<'mail'>): Pick<SystemLine, 'text' | 'mailAgain'> {
  const { status, to, by, fault = 'server', reason } = mail
  const copy = by === 'agent' ? t.mail.copy(to) : t.mail.wanted(to)
  const text = t.mail[status](copy, fault, reason?.text)
  const isLost = status === 'failed' || status === 'unknown'
  return { text, ...(isLost && { mailAgain: by === 'agent' ? to : '' }) }
}

/** What became of each handoff and each mail: only its newest entry is worth a line. */
const newestOf = (entries: readonly Entry[]) =>
  new Map(
    entries.flatMap(entry =>
      entry.type === 'handoff' || entry.type === 'mail' ? [[entry.id, entry.seq]] : []
    )
  )

/** The sentences between the messages. Most entries say nothing of their own. */
export function foldSystemLines(entries: readonly Entry[]): SystemLine[] {
  const newest = newestOf(entries)
  const lines: SystemLine[] = []
  let before: State
  const add = (
    entry: Exclude<Entry, { type: 'hidden' }>,
    about: SystemLine['about'],
    text: string | null
  ) => {
    if (text) lines.push({ seq: entry.seq, at: entry.at, text, about })
  }
  for (const entry of entries) {
    if (entry.type === 'handoff' && newest.get(entry.id) === entry.seq) {
      add(entry, 'handoff', handoffText(entry))
    } else if (entry.type === 'link') add(entry, 'link', linkText(entry))
    else if (entry.type === 'mirror') add(entry, 'mirror', mirrorText(entry))
    else if (entry.type === 'rating')
      add(entry, 'rating', t.lines.rated(entry.score, entry.comment))
    else if (entry.type === 'mail' && newest.get(entry.id) === entry.seq) {
      lines.push({ seq: entry.seq, at: entry.at, about: 'mail', ...mailLine(entry) })
    } else if (entry.type === 'state') {
      add(entry, 'state', stateText(entry, before))
      before = entry
    }
  }
  return lines
}
