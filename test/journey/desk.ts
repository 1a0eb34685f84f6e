import type { BrowserContextOptions } from 'playwright-core'
import { DEMO } from '../../demo/demo-config.ts'
import { openChat, say, type Town, waitUntilSent } from './town.ts'

const authorization = `Bearer ${DEMO.agentToken}`

/** A desk of the company's own, which knows the relay by its API alone. */
export function openDesk(town: Town) {
  let asked = 0
  let visits = 0

  const call = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization, ...(init.headers as Record<string, string>) }
    const reply = await fetch(`${town.relay.url}/v1/agent${path}`, { ...init, headers })
    const answer = await reply.json()
    if (!reply.ok) throw new Error(JSON.stringify(answer))
    return answer
  }

  const desk = {
    /** Brings a file, and gives its id. */
    upload: async (body: Uint8Array<ArrayBuffer>, name: string): Promise<string> =>
      (await call('/files', { method: 'POST', body, headers: { 'x-file-name': name } })).id,
    /** The conversation whose last words these are. */
    async conversationOf(words: string): Promise<string> {
      const { items } = await call('/conversations?state=all')
      return items.find(({ last }: { last?: { text: string } }) => last?.text === words).id
    },
    read: (conversation: string) => call(`/conversations/${conversation}`),
    /** Says something that holds content. */
    ask(conversation: string, text: string, content: object) {
      const body = JSON.stringify({ cid: `q${++asked}`, text, content })
      return call(`/conversations/${conversation}/messages`, { method: 'POST', body })
    },
    /** Somebody in the shop who has said hello. */
    async visit(options?: BrowserContextOptions) {
      const words = `Hello ${++visits}`
      const shop = await town.openShop('mug.html', options)
      await openChat(shop)
      await say(shop, words)
      await waitUntilSent(shop, words)
      return { shop, conversation: await desk.conversationOf(words) }
    }
  }
  return desk
}

export type Desk = ReturnType<typeof openDesk>

/** A choice between colours. */
export const COLOURS = {
  kind: 'replies',
  replies: ['Sand', 'Moss', 'Ink', 'Not sure yet'].map((title, n) => ({ id: `c${n}`, title }))
}

/** Three mugs, two of them with this picture. */
export const cardsWith = (picture: string) => ({
  kind: 'cards',
  cards: ['Morgon', 'Afton', 'Natt'].map((title, n) => ({
    title,
    ...(n === 1 ? {} : { image: picture }),
    text: n === 1 ? 'For tea in the evening, with a lid that keeps it warm for longer.' : 'A mug.',
    buttons: [
      { id: `want-${n}`, title: 'This one' },
      { title: 'See it', url: 'https://shop.example/mug' }
    ]
  }))
})

/** Who somebody is, and what they want. */
export const FORM = {
  kind: 'form',
  submit: 'Send it',
  fields: [
    { id: 'name', label: 'Your name', type: 'text', required: true },
    { id: 'mail', label: 'E-mail', type: 'email', required: true },
    { id: 'size', label: 'Size', type: 'choice', choices: ['Small', 'Large'] },
    { id: 'note', label: 'Anything else', type: 'long' }
  ]
}
