import type { EntryBody, StoredEntry } from './model.ts'
import type { Change, Ports } from './ports.ts'
import type { ConversationChange, Tx } from './store.ts'

/** One transaction, and what the house is to be told once it is on disk. */
export interface Writing {
  tx: Tx
  /** Adds an entry. `link` is what its visibility hangs on; null for what the web session may always see. */
  append(conversation: string, body: EntryBody, link?: string | null): Promise<StoredEntry>
  /** Like `append`, for something that happened at another time, or changes the conversation too. */
  appendAt(
    at: number,
    conversation: string,
    entry: Pick<StoredEntry, 'body' | 'link'> & { change?: ConversationChange }
  ): Promise<StoredEntry>
  tell(change: Change): void
}

/**
 * Runs one transaction. Nothing is told before it is on disk, and nothing at all when it fails.
 *
 * @throws whatever `work` throws
 */
export async function commit<T>(ports: Ports, work: (writing: Writing) => Promise<T>): Promise<T> {
  const added = new Map<string, StoredEntry[]>()
  const changes: Change[] = []

  const writingOn = (tx: Tx): Writing => ({
    tx,
    append: (conversation, body, link = null) =>
      writingOn(tx).appendAt(ports.now(), conversation, { body, link }),
    async appendAt(at, conversation, { body, link, change }) {
      const entry = await tx.append(conversation, { at, link, body }, change)
      const list = added.get(conversation)
      if (list) list.push(entry)
      else added.set(conversation, [entry])
      return entry
    },
    tell: change => changes.push(change)
  })

  const result = await ports.store.transaction(tx => {
    // The store may run the work again: what an earlier run meant to tell is forgotten.
    added.clear()
    changes.length = 0
    return work(writingOn(tx))
  })
  for (const [conversation, entries] of added) {
    ports.publish({ type: 'entries', conversation, entries })
  }
  for (const change of changes) ports.publish(change)
  return result
}
