import type { PageRelay } from '../page-relay.ts'
import type { Group } from '../scene.ts'
import type { Talk } from '../talk.ts'

const DAY = 24 * 60

/** A whole conversation, over two days. */
export function keepTalk(relay: PageRelay, talk: Talk): void {
  const { asked, answered, words } = talk
  relay.keep(
    asked(words.question, { ago: DAY + 9 }),
    asked(words.more, { ago: DAY + 8 }),
    answered(words.answer, { ago: DAY + 5 }),
    answered(words.wrap, { ago: DAY + 5 }),
    asked(words.yes, { ago: 12 }),
    answered(words.done, { ago: 4 }),
    asked(words.thanks, { ago: 3 }),
    talk.seen('agent', 7),
    talk.seen('visitor', 7)
  )
}

export const talking: Group = {
  title: 'A conversation',
  scenes: [
    {
      id: 'thread',
      title: 'Two days of it',
      prepare: keepTalk,
      play: stage => stage.openThread()
    },
    {
      id: 'new-ones',
      title: 'With answers that are new',
      prepare(relay, talk) {
        const { words } = talk
        relay.keep(
          talk.asked(words.question, { ago: 50 }),
          talk.answered(words.answer, { ago: 9 }),
          talk.answered(words.wrap, { ago: 8 })
        )
      },
      play: stage => stage.openThread()
    },
    {
      id: 'typing',
      title: 'Somebody writes',
      prepare: keepTalk,
      async play(stage) {
        await stage.openThread()
        const name = 'Astrid'
        // It ends by itself after six seconds, and a picture may come later than that.
        const tell = () => stage.relay.publish({ type: 'typing', name })
        setInterval(tell, 4000)
        tell()
        await stage.find('.typing')
      }
    },
    {
      id: 'states',
      title: 'Sent, delivered, read',
      prepare(relay, talk) {
        relay.keep(
          talk.asked(talk.words.question, { ago: 5 }),
          talk.seen('agent', 1),
          talk.asked(talk.words.more, { ago: 3 }),
          talk.seen('agent', 3, 'delivered'),
          talk.asked(talk.words.thanks, { ago: 1 })
        )
      },
      play: stage => stage.openThread()
    },
    {
      id: 'changed',
      title: 'Changed, and taken back',
      prepare(relay, talk) {
        relay.keep(
          talk.asked(talk.words.question, { ago: 9 }),
          talk.answered(talk.words.answer, { ago: 8, edited: true }),
          talk.answered('', { ago: 7, removed: true })
        )
      },
      play: stage => stage.openThread()
    },
    {
      id: 'marks',
      title: 'Light marks, links and long words',
      prepare(relay, talk) {
        const lines = [
          '*Glazed stoneware* is _dishwasher-safe_, ~not~ made for the oven.',
          '> Made by hand in Umeå',
          '- first `60 °C`\n- then dry',
          `https://shop.example/${'very-long-address-'.repeat(6)}end 🎉`
        ]
        relay.keep(talk.asked(talk.words.question), talk.answered(lines.join('\n')))
      },
      play: stage => stage.openThread()
    },
    {
      id: 'long',
      title: 'Three hundred messages, further up',
      prepare(relay, talk) {
        const { words } = talk
        for (let n = 300; n > 0; n -= 2) {
          relay.keep(
            talk.asked(words.more, { ago: n * 9 }),
            talk.answered(words.wrap, { ago: n * 8 })
          )
        }
      },
      async play(stage) {
        await stage.openThread()
        await stage.settle()
        const log = await stage.find('.log')
        log.scrollTop = log.scrollHeight / 2
        await stage.settle()
        stage.relay.say(stage.talk.answered(stage.talk.words.ofCourse))
        await stage.find('.newer')
      }
    },
    {
      id: 'brand',
      title: 'In a brand’s own colours and font',
      settings: { accent: '#ffd400' },
      prepare(relay, talk) {
        const look = { name: 'Solsken', accent: '#ffd400', radius: 4, font: 'Georgia, serif' }
        relay.tell({ look })
        keepTalk(relay, talk)
      },
      play: stage => stage.openThread()
    },
    {
      id: 'start-side',
      title: 'In the other corner',
      settings: { side: 'start', offset: '40 60' },
      prepare: keepTalk,
      play: stage => stage.openThread()
    },
    {
      id: 'page',
      title: 'As a page of its own',
      settings: { mode: 'page' },
      prepare: keepTalk,
      play: async stage => void (await stage.find('.message'))
    }
  ]
}
