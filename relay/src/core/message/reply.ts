import type { FileRef, ReplyReply, ReplyRequest } from '@segue/sdk/protocol'
import { commit, type Writing } from '../commit.ts'
import { conversationFor } from '../conversation/viewer.ts'
import { deliver, type LayOut } from '../delivery/deliver.ts'
import { layOut } from '../delivery/lay-out.ts'
import { nextRoute, reachesOf } from '../delivery/reaches.ts'
import { isWindowOpen, type Route } from '../delivery/route-reply.ts'
import { filesToSend, markSent } from '../files/sent-files.ts'
import type { Conversation, StoredEntry } from '../model.ts'
import type { Ports } from '../ports.ts'
import { pushReply } from '../push/push-reply.ts'
import { Refused } from '../refusal.ts'
import type { Agent } from '../settings.ts'
import { linkOfEntry, surfaceOf, WEB } from '../surface.ts'
import { checkContent, picturesOf, withPictures } from './message-content.ts'
import { sameMessage } from './receive-from-visitor.ts'
import { showRead } from './show-read.ts'

/** A link in a text message is all there is of the file: people come back to it for some days. */
const LINK_MS = 7 * 24 * 3_600_000

/**
 * An agent answers. Safe to repeat with the same `cid`.
 *
 * @throws {Refused} `not_found`, `invalid`, `conflict`, and `undeliverable` when the surface asked for cannot be reached now
 */
export async function reply(
  ports: Ports,
  agent: Agent,
  id: string,
  request: ReplyRequest
): Promise<ReplyReply> {
  const { cid, text = '', files, content } = request
  if (!text.trim() && !files?.length && !content) {
    throw new Refused('invalid', 'A message needs a text or a file.', 'text')
  }
  if (content) checkContent(content, text)
  return commit(ports, async writing => {
    const conversation = await conversationFor(writing.tx, agent, id)
    const known = await writing.tx.messageByCid(id, cid)
    if (known) return asReply(sameMessage(known, text))
    const route = request.to
      ? await routeTo(ports, writing, { conversation, to: request.to })
      : await nextRoute(ports, writing.tx, conversation)
    if (!route)
      throw new Refused('undeliverable', 'Nobody is left in this conversation to write to.')
    const files = await filesOf(writing, { conversation, ids: request.files ?? [] })
    const ids = request.content ? picturesOf(request.content) : []
    const pictures = await filesOf(writing, { conversation, ids })
    const said = { agent, conversation, request, route, files, pictures }
    const entry = await append(ports, writing, said)
    await markSent(writing, [...files, ...pictures], asReply(entry).id)
    await send(ports, writing, { entry, route, files })
    await pushReply(ports, writing, { entry, route })
    await writing.tx.changeConversation(id, {
      state: 'open',
      waitingSince: null,
      agent: conversation.agent ?? agent.id,
      agentRead: entry.seq
    })
    await showRead(ports, writing, { conversation: id, upTo: entry.seq })
    return asReply(entry)
  })
}

function asReply({ body, seq }: StoredEntry): ReplyReply {
  if (body.type !== 'message') throw new Error('A reply is a message.')
  return { id: body.id, seq, on: body.on, ...(body.because ? { because: body.because } : {}) }
}

/** The surface an agent chose. @throws {Refused} `invalid`, `undeliverable` */
async function routeTo(
  ports: Ports,
  { tx }: Writing,
  { conversation, to }: { conversation: Conversation; to: string }
): Promise<Route> {
  const reaches = await reachesOf(ports, tx, conversation.id)
  const reach = reaches.find(({ address }) => address.account === to)
  if (!reach) throw new Refused('invalid', `The person cannot be reached on '${to}'.`, 'to')
  if (to === WEB) return { reach }
  if (reach.address.optedOutAt !== null) {
    throw new Refused('undeliverable', 'The person has asked for no more messages there.', 'to')
  }
  if (isWindowOpen(reach, ports.now())) return { reach }
  if (reach.account?.template) return { reach, byTemplate: true, because: 'window_closed' }
  throw new Refused(
    'undeliverable',
    'The network allows no free message there now: the person has not written for too long. Choose another surface.',
    'to'
  )
}

/** Agents send what belongs to the site; what a visitor has not sent yet is still the visitor's. */
const filesOf = (
  writing: Writing,
  { conversation, ids }: { conversation: Conversation; ids: string[] }
): Promise<FileRef[]> =>
  filesToSend(
    writing,
    ids,
    ({ site, owner, message }) => site === conversation.site && (owner === null || message !== null)
  )

function append(
  ports: Ports,
  writing: Writing,
  said: {
    agent: Agent
    conversation: Conversation
    request: ReplyRequest
    route: Route
    files: FileRef[]
    pictures: FileRef[]
  }
): Promise<StoredEntry> {
  const { agent, conversation, request, route, files, pictures } = said
  const { link, address } = route.reach
  return writing.append(
    conversation.id,
    {
      type: 'message',
      id: ports.random.id(),
      cid: request.cid,
      from: 'agent',
      name: agent.name,
      text: request.text ?? '',
      ...(files.length > 0 ? { files } : {}),
      ...(request.buttons?.length ? { buttons: request.buttons } : {}),
      ...(request.content ? { content: withPictures(request.content, pictures) } : {}),
      on: surfaceOf(ports, address.account),
      ...(route.because ? { because: route.because } : {})
    },
    linkOfEntry(link, address.account)
  )
}

async function send(
  ports: Ports,
  writing: Writing,
  { entry, route, files }: { entry: StoredEntry; route: Route; files: FileRef[] }
): Promise<void> {
  const { address, account } = route.reach
  if (!account || entry.body.type !== 'message') return
  const { id, text, buttons = [], content } = entry.body
  const urlOf = (file: string) => ports.fileUrl(file, LINK_MS)
  const sent = files.map(({ id, ...file }) => ({ ...file, url: urlOf(id) }))
  const layRich: LayOut = (limits, texts) => [
    ...(sent.length > 0 ? [{ text: '', files: sent, buttons: [] }] : []),
    ...layOut({ message: id, text, content: content!, urlOf }, limits, texts)
  ]
  await deliver(ports, writing, {
    address,
    message: { id, conversation: entry.conversation },
    content: content ? layRich : { text, files: sent, buttons },
    ...(route.byTemplate && account.template ? { template: account.template } : {})
  })
}
