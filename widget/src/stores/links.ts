import type { Entry, Surface } from '@segue/sdk'

/** A phone that is part of this conversation. */
export interface Link {
  id: string
  on: Surface
  /** The address with its middle masked; may be empty. */
  display: string
  /** Whether what is said there shows here. */
  shown: boolean
  /** Whether it was shown before: then the phone has nothing left to agree to. */
  wasShown: boolean
}

/** The phones that belong to the conversation now, in the order they came: these, and what entries after them say. */
export function addLinks(known: readonly Link[], entries: readonly Entry[]): readonly Link[] {
  const links = new Map(known.map(link => [link.id, link]))
  let isSame = true
  for (const entry of entries) {
    if (entry.type === 'link' || entry.type === 'mirror') isSame = false
    if (entry.type === 'link' && entry.on.network !== 'web') {
      const { id, on, display } = entry
      if (entry.status === 'linked')
        links.set(id, { id, on, display, shown: false, wasShown: false })
      else links.delete(id)
    }
    const link = entry.type === 'mirror' ? links.get(entry.link) : undefined
    if (link && entry.type === 'mirror') {
      links.set(link.id, { ...link, shown: entry.shown, wasShown: link.wasShown || entry.shown })
    }
  }
  return isSame ? known : [...links.values()]
}

/** The phones that belong to a conversation with these entries. */
export const linksOf = (entries: readonly Entry[]): readonly Link[] => addLinks([], entries)
