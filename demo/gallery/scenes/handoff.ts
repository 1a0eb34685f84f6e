import type { Group, Scene } from '../scene.ts'
import type { Stage } from '../stage.ts'
import { SMS, WHATSAPP } from '../talk.ts'
import { keepTalk } from './talking.ts'

const choose = async (stage: Stage): Promise<void> => {
  await stage.openThread()
  await stage.press('.continue')
  await stage.find('.choices button')
}
const code = async (stage: Stage): Promise<void> => {
  await choose(stage)
  await stage.press('.choices button')
  await stage.find('.copyable')
}
const scene = (id: string, title: string, play: Scene['play']): Scene => ({
  ...{ id, title, prepare: keepTalk },
  ...(play && { play })
})

export const handoff: Group = {
  title: 'On to a phone',
  scenes: [
    scene('ways', 'Where to', choose),
    scene('code', 'The code, to scan or to send', code),
    {
      ...scene('code-failed', 'No code could be made', async stage => {
        await choose(stage)
        await stage.press('.choices button')
        await stage.find('[role=alert]')
      }),
      prepare(relay, talk) {
        keepTalk(relay, talk)
        relay.fail('handoffs', { status: 429, code: 'too_many' })
      }
    },
    scene('offered', 'Offered by an agent', async stage => {
      await stage.openThread()
      stage.relay.say(stage.talk.offered())
      await stage.find('.offer')
    }),
    {
      ...scene('linked', 'Goes on there, and here', stage => stage.openThread()),
      prepare(relay, talk) {
        const { words } = talk
        keepTalk(relay, talk)
        relay.keep(
          talk.linked(),
          talk.mirrored(true),
          talk.asked(words.onPhone, { on: WHATSAPP, ago: 2 }),
          talk.answered(words.ofCourse, { on: WHATSAPP })
        )
      }
    },
    {
      ...scene('linked-apart', 'Goes on there alone', stage => stage.openThread()),
      prepare(relay, talk) {
        keepTalk(relay, talk)
        relay.keep(talk.linked(SMS), { type: 'hidden' }, { type: 'hidden' })
      }
    }
  ]
}
