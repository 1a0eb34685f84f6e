import type { Reads } from '../core/reads.ts'
import { readAddresses } from './addresses.ts'
import { readConversations } from './conversations.ts'
import { readDeliveries } from './deliveries.ts'
import { readDigest } from './digest.ts'
import { readEntries } from './entries.ts'
import { readEvents } from './events.ts'
import { readFileRecords } from './file-records.ts'
import { readHandoffs } from './handoffs.ts'
import { readJoins } from './joins.ts'
import { readLinks } from './links.ts'
import { readPeople } from './people.ts'
import { readPushSubscriptions } from './push-subscriptions.ts'
import { readReturnLinks } from './return-links.ts'
import type { Db } from './schema.ts'

/** Every question, asked over one connection. */
export const readsOver = (db: Db): Reads => ({
  ...readPeople(db),
  ...readAddresses(db),
  ...readJoins(db),
  ...readLinks(db),
  ...readConversations(db),
  ...readEntries(db),
  ...readDigest(db),
  ...readDeliveries(db),
  ...readHandoffs(db),
  ...readReturnLinks(db),
  ...readPushSubscriptions(db),
  ...readEvents(db),
  ...readFileRecords(db)
})
