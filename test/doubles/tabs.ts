import { createChat } from '../../sdk/src/create-chat.ts'
import type { SdkOptions } from '../../sdk/src/sdk.ts'
import type { World } from '../../sdk/src/world.ts'
import { recordChat } from './chat-record.ts'
import { createCommons } from './commons.ts'
import { createLocks } from './locks.ts'
import { memoryStorage } from './memory-storage.ts'
import { createTab } from './page.ts'
import { createRelayPeer } from './relay-peer.ts'
import { pass } from './visit.ts'

/** One visitor's browser on a shop's site: tabs that share what tabs of one origin share. */
export function openBrowser(peer = createRelayPeer()) {
  const commons = createCommons()
  const local = memoryStorage()
  const alone = createLocks()
  const tabs: ReturnType<typeof createTab>[] = []

  return {
    peer,
    commons,
    local,
    /** Sockets that the relay has now. */
    sockets: () => peer.sockets.filter(({ isOpen }) => isOpen).length,
    /** One more tab, with its chat open, and time for it to be quiet. */
    async tab(options: Partial<SdkOptions> = {}, lacking: Partial<World> = {}) {
      const tab = createTab(peer, { local, alone, commons })
      Object.assign(tab.world, lacking)
      tabs.push(tab)
      const sdk = tab.load(options)
      const chat = createChat(sdk)
      const record = recordChat(chat)
      chat.open()
      await pass()
      return { tab, sdk, chat, record, texts: () => textsOf(record.thread) }
    },
    /** The browser tells other tabs than this that storage has changed. */
    storageChanged(by: ReturnType<typeof createTab>) {
      for (const tab of tabs) if (tab !== by) tab.happens('storage')
    }
  }
}

const textsOf = (thread: ReturnType<typeof recordChat>['thread']) =>
  thread.flatMap(entry => (entry.type === 'message' ? entry.text : []))
