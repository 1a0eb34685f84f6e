import type { OwnTalk, SearchHit } from '@segue/sdk'
import type { PageRelay } from '../page-relay.ts'
import type { Group } from '../scene.ts'
import type { Stage } from '../stage.ts'
import type { Talk } from '../talk.ts'
import { keepTalk } from './talking.ts'

const DAY = 86_400_000

function keepTalks(relay: PageRelay, talk: Talk): void {
  keepTalk(relay, talk)
  const { words } = talk
  const one = (id: string, days: number, text: string): OwnTalk => ({
    ...{ id, current: days === 0, ended: days > 0, takesWords: days < 30, unread: 0 },
    ...{ last: { text, from: 'agent' }, at: Date.now() - days * DAY }
  })
  const items: OwnTalk[] = [
    one('gallery', 0, words.done),
    { ...one('second', 9, words.ofCourse), unread: 2 },
    one('third', 80, words.wrap)
  ]
  const hits: SearchHit[] = [
    { conversation: 'gallery', seq: 3, at: Date.now() - DAY, from: 'agent', text: words.answer },
    { conversation: 'second', seq: 1, at: Date.now() - 9 * DAY, from: 'visitor', text: words.more }
  ].map(hit => ({ ...hit, from: hit.from as SearchHit['from'], found: [0, 5] }))
  relay.answer('conversations', { items })
  relay.answer('search', { hits, more: false })
}

const openList = async (stage: Stage): Promise<void> => {
  await stage.openThread()
  await stage.press('header .plain')
  await stage.find('.talks li')
}

/** A visitor's conversations. */
export const earlier: Group = {
  title: 'Earlier conversations',
  scenes: [
    { id: 'talks', title: 'All of them', prepare: keepTalks, play: openList },
    {
      id: 'search',
      title: 'Searched',
      prepare: keepTalks,
      async play(stage) {
        await openList(stage)
        await stage.write('.talks input', 'mug')
        await stage.find('.talks mark')
      }
    }
  ]
}
