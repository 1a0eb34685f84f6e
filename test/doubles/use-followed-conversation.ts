import { afterEach, beforeEach, vi } from 'vitest'
import { $line } from '../../relay/inbox/stores/connection.ts'
import { $chosen } from '../../relay/inbox/stores/drafts.ts'
import { followConversation } from '../../relay/inbox/stores/follow.ts'
import { $pending } from '../../relay/inbox/stores/pending.ts'
import { $thread, $timeline } from '../../relay/inbox/stores/thread.ts'
import { createInboxWorld, type InboxWorld } from './inbox-world.ts'

/**
 * For every test of a file an inbox that is online and follows the conversation `c`, in which a visitor has said hello.
 * In a happy-dom test whose address is a relay's.
 */
export function useFollowedConversation(): () => InboxWorld {
  let world: InboxWorld
  let stop: () => void
  beforeEach(async () => {
    world = createInboxWorld()
    world.desk.begin('c')
    world.desk.say('c', 'hello')
    stop = $timeline.subscribe(() => undefined)
    $line.set('online')
    await followConversation('c')
  })
  afterEach(() => {
    stop()
    $thread.set(null)
    for (const store of [$pending, $chosen]) store.set({})
    $line.set('idle')
    vi.unstubAllGlobals()
  })
  return () => world
}
