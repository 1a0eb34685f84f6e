import type { MessageEntry } from '@segue/sdk'
import { PICTURE } from '../page-relay-answers.ts'
import type { Group, Scene } from '../scene.ts'

type Content = NonNullable<MessageEntry['content']>

const REPLIES: Content = {
  kind: 'replies',
  replies: ['Sand', 'Moss', 'Ink', 'Not sure yet'].map(title => ({ id: title, title }))
}
const CARDS: Content = {
  kind: 'cards',
  cards: ['Morgon', 'Afton', 'Natt'].map(title => ({
    ...{ title, image: PICTURE, text: 'Wheel-thrown, 30 cl, with a lid that keeps it warm.' },
    buttons: [
      { id: title, title: 'This one' },
      { title: 'See it', url: 'https://shop.example/mug' }
    ]
  }))
}
const FORM: Content = {
  kind: 'form',
  submit: 'Tell me',
  fields: [
    { id: 'name', label: 'Your name', type: 'text', required: true },
    { id: 'mail', label: 'E-mail', type: 'email', required: true },
    { id: 'glaze', label: 'Glaze', type: 'choice', choices: ['Sand', 'Moss', 'Ink'] },
    { id: 'note', label: 'Anything else', type: 'long' }
  ]
}

const asking = (
  id: string,
  title: string,
  { word, content, shown }: { word: 'which' | 'look' | 'whom'; content: Content; shown: string }
): Scene => ({
  id,
  title,
  prepare(relay, talk) {
    const { words } = talk
    relay.keep(talk.asked(words.question, { ago: 9 }), talk.answered(words[word], { content }))
  },
  async play(stage) {
    await stage.openThread()
    await stage.find(shown)
  }
})

const form = asking('form', 'A form', { word: 'whom', content: FORM, shown: '.form' })

export const content: Group = {
  title: 'What a message can hold',
  scenes: [
    asking('replies', 'Answers to choose from', {
      ...{ word: 'which', content: REPLIES, shown: '.chips' }
    }),
    asking('cards', 'Cards to look through', { word: 'look', content: CARDS, shown: '.card' }),
    form,
    {
      ...form,
      id: 'form-wrong',
      title: 'A form that is not right yet',
      async play(stage) {
        await form.play!(stage)
        await stage.write('.form [type=email]', 'kim')
        await stage.press('.form .filled')
        await stage.find('.problem')
      }
    }
  ]
}
