import { describe } from 'vitest'
import { itListsConversations } from './contract/conversation-list.ts'
import { itKeepsConversations } from './contract/conversations.ts'
import { itKeepsDeliveries } from './contract/deliveries.ts'
import { itKeepsEntries } from './contract/entries.ts'
import { itKeepsErrands } from './contract/errands.ts'
import { itKeepsEvents } from './contract/events.ts'
import type { Open } from './contract/fresh-store.ts'
import { itKeepsHandoffs } from './contract/handoffs.ts'
import { itKeepsJoins } from './contract/joins.ts'
import { itKeepsAnOutbox } from './contract/outbox.ts'
import { itKeepsPeople } from './contract/people.ts'
import { itKeepsPushSubscriptions } from './contract/push-subscriptions.ts'
import { itKeepsTransactions } from './contract/transactions.ts'

/** What every store must do. Each store's test calls this, then adds its own quirks. */
export function itIsAStore(name: string, open: Open): void {
  describe(`${name}, as a store`, () => {
    itKeepsPeople(open)
    itKeepsJoins(open)
    itKeepsConversations(open)
    itListsConversations(open)
    itKeepsEntries(open)
    itKeepsDeliveries(open)
    itKeepsAnOutbox(open)
    itKeepsErrands(open)
    itKeepsHandoffs(open)
    itKeepsPushSubscriptions(open)
    itKeepsEvents(open)
    itKeepsTransactions(open)
  })
}
