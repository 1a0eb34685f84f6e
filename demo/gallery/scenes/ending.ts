import type { Group } from '../scene.ts'
import { keepTalk } from './talking.ts'

export const ending: Group = {
  title: 'At the end',
  scenes: [
    {
      id: 'ended',
      title: 'Closed, and how it went',
      prepare(relay, talk) {
        keepTalk(relay, talk)
        relay.keep(talk.ended())
      },
      async play(stage) {
        await stage.openThread()
        await stage.find('.rating')
      }
    },
    {
      id: 'copy',
      title: 'A copy by mail',
      prepare(relay, talk) {
        keepTalk(relay, talk)
        relay.keep(talk.ended())
        relay.tell({ rating: false, transcript: true })
      },
      async play(stage) {
        await stage.openThread()
        await stage.press('.log .note .text')
        await stage.find('.transcript')
      }
    },
    {
      id: 'rated',
      title: 'Thanked for',
      prepare(relay, talk) {
        keepTalk(relay, talk)
        relay.keep(talk.ended(), talk.rated(5))
      },
      play: stage => stage.openThread()
    }
  ]
}
