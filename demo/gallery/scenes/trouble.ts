import type { Group } from '../scene.ts'
import { keepTalk } from './talking.ts'

export const trouble: Group = {
  title: 'When something is wrong',
  scenes: [
    {
      id: 'reconnecting',
      title: 'The connection is lost',
      prepare: keepTalk,
      async play(stage) {
        await stage.openThread()
        stage.relay.reach(false)
        stage.cut()
        await stage.send(stage.talk.words.thanks)
        await stage.find('.connection:not(:empty)')
      }
    },
    {
      id: 'failed',
      title: 'A message that could not be sent',
      prepare(relay, talk) {
        keepTalk(relay, talk)
        relay.fail('send', { status: 400, code: 'invalid' })
      },
      async play(stage) {
        await stage.openThread()
        await stage.send(stage.talk.words.thanks)
        await stage.find('.failed')
      }
    },
    {
      id: 'unreachable',
      title: 'The relay does not answer',
      prepare: relay => relay.reach(false),
      async play(stage) {
        await stage.open()
        await stage.find('.connection:not(:empty)')
      }
    },
    {
      id: 'refused',
      title: 'The relay does not take this page',
      prepare: relay => relay.fail('session', { status: 403, code: 'forbidden' }),
      async play(stage) {
        await stage.open()
        await stage.find('.connection:not(:empty)')
      }
    }
  ]
}
