import type { Group } from '../scene.ts'

const HOUR = 3_600_000

export const beginning: Group = {
  title: 'Before anything is said',
  scenes: [
    { id: 'closed', title: 'Closed', play: async stage => void (await stage.find('.launcher')) },
    {
      id: 'unread',
      title: 'Closed, with an answer that waits',
      async play(stage) {
        await stage.openThread()
        stage.widget.close()
        stage.relay.say(stage.talk.answered(stage.talk.words.wrap))
        await stage.find('.badge:not(:empty)')
      },
      prepare: (relay, talk) => relay.keep(talk.asked(talk.words.question))
    },
    {
      id: 'greeting',
      title: 'A greeting by rule',
      settings: { greet: true },
      prepare: relay => relay.greet([{ id: 'hello', text: 'Looking for a present? Just ask.' }]),
      play: async stage => void (await stage.find('.hello'))
    },
    { id: 'empty', title: 'Opened for the first time' },
    {
      id: 'questions',
      title: 'With a greeting and questions',
      prepare: relay =>
        relay.tell({
          look: {
            ...{ name: 'Norrsken', accent: '#285f54', accentDark: '#7cccb9' },
            greeting: 'Hello! What are you looking for?',
            questions: ['Where is my parcel?', 'Can I return it?', 'Do you have a shop?']
          }
        })
    },
    {
      id: 'connecting',
      title: 'While it connects',
      prepare: relay => relay.fail('session', 'silence')
    },
    {
      id: 'away',
      title: 'Outside business hours',
      prepare: relay => {
        const at = Date.now()
        relay.tell({ opening: { at, open: false, changes: [at + 14 * HOUR] } })
      },
      async play(stage) {
        await stage.open()
        await stage.find('.away:not(:empty)')
      }
    }
  ]
}
