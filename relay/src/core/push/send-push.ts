import { plainText } from '@segue/sdk/marks'
import type { Entry } from '@segue/sdk/protocol'
import { presentEntry } from '../conversation/present-entry.ts'
import { viewOf } from '../conversation/viewer.ts'
import type { Errand, ErrandOutcome } from '../errands/errand.ts'
import { pageOf } from '../handoff/return-link.ts'
import type { Conversation } from '../model.ts'
import { phoneTexts } from '../phone/phone-texts.ts'
import type { Ports } from '../ports.ts'
import { hashSecret } from '../secret-hash.ts'
import type { Site } from '../settings.ts'
import type { PushOrder, PushSubscription } from './push.ts'

/** Longest text a notification is given. */
const MOST_TEXT = 160
const TOPIC_LENGTH = 32

/** Tells one browser of one reply, if that is still news to it. */
export async function sendPush(
  ports: Ports,
  { order, until }: Extract<Errand, { kind: 'push' }>
): Promise<ErrandOutcome> {
  const { store, pusher, now } = ports
  const subscription = await store.pushSubscription(order.subscription)
  const conversation = await store.conversation(order.conversation)
  const site = ports.sites.get(subscription?.site ?? '')
  if (!pusher || !subscription || !conversation || !site?.push) return { kind: 'over' }
  const message = await newsFor(ports, subscription, { order, conversation })
  if (!message) return { kind: 'over' }
  return pusher.send({
    subscription,
    payload: JSON.stringify(await wordsOf(ports, { subscription, conversation, site, message })),
    topic: hashSecret(conversation.id).slice(0, TOPIC_LENGTH),
    ttl: Math.max(0, Math.round((until - now()) / 1000))
  })
}

type Message = Extract<Entry, { type: 'message' }>

/** What the browser is told of; undefined when it was seen, is being seen, was taken back, or is not for these eyes. */
async function newsFor(
  ports: Ports,
  { address }: PushSubscription,
  { order: { seq }, conversation }: { order: PushOrder; conversation: Conversation }
): Promise<Message | undefined> {
  const { id, visitorRead, visitorGot } = conversation
  const sees = ports.watchers(id).some(watcher => watcher.address === address && watcher.visible)
  if (visitorRead >= seq || (sees && visitorGot >= seq)) return undefined
  const [entry] = await ports.store.entries(id, { after: seq - 1, limit: 1 })
  if (!entry) return undefined
  const shown = presentEntry(entry, await viewOf(ports, { kind: 'visitor', address }, id))
  return shown.type === 'message' && !shown.removed ? shown : undefined
}

interface News {
  subscription: PushSubscription
  conversation: Conversation
  site: Site
  message: Message
}

/** What the service worker shows, and where a click leads. Of the message itself only what the site wants on locked screens. */
async function wordsOf(ports: Ports, { subscription, conversation, site, message }: News) {
  const language = (await ports.store.address(subscription.address))?.language
  const text = site.push?.showsText ? plainText(message.text).trim() : ''
  const { name, logo } = site.look
  return {
    id: message.id,
    tag: `segue-${conversation.id}`,
    title: name,
    body: text ? shorten(text) : phoneTexts(site, language).newMessage({ site: name }),
    ...(logo ? { icon: logo } : {}),
    url: pageOf(ports, conversation)
  }
}

/** By whole signs, so that none is cut in two. Some of them are many letters long. */
function shorten(text: string): string {
  const most = text.slice(0, MOST_TEXT * 4)
  const signs = [...new Intl.Segmenter().segment(most)].map(({ segment }) => segment)
  if (signs.length <= MOST_TEXT && most.length === text.length) return text
  return `${signs.slice(0, Math.min(MOST_TEXT, signs.length - 1)).join('')}…`
}
