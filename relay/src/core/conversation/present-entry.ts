import type { Entry, FileRef } from '@segue/sdk/protocol'
import { mapPictures } from '../message/message-content.ts'
import type { Link, StoredEntry } from '../model.ts'

/** What one reader may see of one conversation. */
export interface View {
  /** The web session sees its own and what is mirrored; `all` is for agents and for those who came by a return link. */
  all: boolean
  /** An agent's: with what is nobody else's business. */
  staff?: boolean
  /** Every link the conversation has or had, by id. */
  links: ReadonlyMap<string, Link>
  fileUrl(id: string): string
}

const UNDONE = new Set<Link['endedBy']>(['agent', 'phone', 'visitor'])

/** Whether an ended link was undone, so that what was said through it went back to where it belongs. */
export const isUndone = (link: Link): boolean => UNDONE.has(link.endedBy)

/** Whether a reader may see what was said through a link, or without one. */
export function maySee({ link: id }: Pick<StoredEntry, 'link'>, view: View): boolean {
  if (id === null) return true
  const link = view.links.get(id)
  // An unknown link is one that was made after this view: better hidden than shown to the wrong one.
  if (!link || isUndone(link)) return false
  return view.all || link.mirror === 'on'
}

/** An entry as this reader may see it. Pure: the same entry and links always give the same. */
export function presentEntry(entry: StoredEntry, view: View): Entry {
  const { seq, at, body } = entry
  const isForStaff = body.type === 'mail'
  if (!maySee(entry, view) || (isForStaff && !view.staff)) return { type: 'hidden', seq }
  if (body.type !== 'message' || body.removed) return { ...body, seq, at }
  const { files, content } = body
  if (!files && !content) return { ...body, seq, at }
  const withUrl = (file: FileRef) => ({ ...file, url: view.fileUrl(file.id) })
  return {
    ...body,
    ...(files && { files: files.map(withUrl) }),
    ...(content && { content: mapPictures(content, withUrl) }),
    ...{ seq, at }
  }
}
