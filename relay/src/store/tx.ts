import type { Tx } from '../core/store.ts'
import { writeAddresses } from './addresses.ts'
import { writeConversations } from './conversations.ts'
import { writeDeliveries } from './deliveries.ts'
import { writeEntries } from './entries.ts'
import { writeErrands } from './errands.ts'
import { writeEvents } from './events.ts'
import { writeFileRecords } from './file-records.ts'
import { writeHandoffs } from './handoffs.ts'
import { writeJoins } from './joins.ts'
import { writeLinks } from './links.ts'
import { writeOutbox } from './outbox.ts'
import { writePeople } from './people.ts'
import { writePushSubscriptions } from './push-subscriptions.ts'
import { readsOver } from './reads.ts'
import { writeReturnLinks } from './return-links.ts'
import type { Db } from './schema.ts'
import { writeWebhooks } from './webhooks.ts'

/** Everything that can be done inside a transaction, over the connection that holds it. */
export const txOver = (db: Db): Tx => ({
  ...readsOver(db),
  ...writePeople(db),
  ...writeAddresses(db),
  ...writeJoins(db),
  ...writeLinks(db),
  ...writeConversations(db),
  ...writeEntries(db),
  ...writeDeliveries(db),
  ...writeOutbox(db),
  ...writeErrands(db),
  ...writePushSubscriptions(db),
  ...writeHandoffs(db),
  ...writeReturnLinks(db),
  ...writeWebhooks(db),
  ...writeEvents(db),
  ...writeFileRecords(db)
})
