import { Migrator } from 'kysely/migration'
import { peopleMigration } from './migrations/001-people.ts'
import { conversationsMigration } from './migrations/002-conversations.ts'
import { deliveriesMigration } from './migrations/003-deliveries.ts'
import { handoffsMigration } from './migrations/004-handoffs.ts'
import { eventsMigration } from './migrations/005-events.ts'
import { eventAgeMigration } from './migrations/007-event-age.ts'
import { fileOwnersMigration } from './migrations/010-file-owners.ts'
import { joinsMigration } from './migrations/011-joins.ts'
import { unreadMigration } from './migrations/012-unread.ts'
import { linksOfAddressMigration } from './migrations/013-links-of-address.ts'
import { errandsMigration } from './migrations/014-errands.ts'
import { pushSubscriptionsMigration } from './migrations/015-push-subscriptions.ts'
import { errandsBegunMigration } from './migrations/016-errands-begun.ts'
import type { Storage } from './migrations/storage.ts'
import type { Db } from './schema.ts'

/** Every step, by name. What has been released never changes: a new step goes to the end. */
const steps = (storage: Storage) => ({
  '001-people': peopleMigration(storage),
  '002-conversations': conversationsMigration(),
  '003-deliveries': deliveriesMigration(storage),
  '004-handoffs': handoffsMigration(),
  '005-events': eventsMigration(),
  '007-event-age': eventAgeMigration(),
  '010-file-owners': fileOwnersMigration(),
  '011-joins': joinsMigration(),
  '012-unread': unreadMigration(),
  '013-links-of-address': linksOfAddressMigration(),
  '014-errands': errandsMigration(),
  '015-push-subscriptions': pushSubscriptionsMigration(),
  '016-errands-begun': errandsBegunMigration()
})

/** Brings the tables to what this version needs. @throws {Error} when a step fails, or the tables are a newer version's. */
export async function migrate(db: Db, storage: Storage): Promise<void> {
  const provider = { getMigrations: async () => steps(storage) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) {
    throw new Error(`The store's tables could not be brought up to date: ${String(error)}`, {
      cause: error
    })
  }
}
