import type { AnswerDraft, Page, ToldTraits } from '@segue/sdk/protocol'
import { learnTold } from '../before/learn-told.ts'
import { refuseUnanswered } from '../before/refuse-unanswered.ts'
import { commit, type Writing } from '../commit.ts'
import { nextConversation } from '../conversation/next-conversation.ts'
import { takesWords } from '../conversation/reopening.ts'
import { conversationOf } from '../conversation/viewer.ts'
import { filesToSend, markSent } from '../files/sent-files.ts'
import type { Conversation, Link, StoredEntry } from '../model.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import { linkOfEntry, surfaceOf, WEB } from '../surface.ts'
import { personWrote } from './person-wrote.ts'
import { readAnswer } from './read-answer.ts'

/** What a visitor wrote. */
export interface VisitorMessage {
  /** Chosen by the page: a frame sent again after a reconnect finds the message it already made. */
  cid: string
  text: string
  /** Ids of files this visitor has uploaded. */
  files?: string[] | undefined
  /** What it answers: then its text is the answer in words, whatever the page says. */
  answer?: AnswerDraft | undefined
  page?: Page | undefined
  /** What they say of themselves, asked before their first message. */
  traits?: ToldTraits | undefined
}

/**
 * A visitor wrote something on the site. Safe to repeat with the same `cid`. Where a conversation has ended for good, it begins
 * the next one.
 *
 * @throws {Refused} `unauthorized` when the visitor is gone, `conflict` when the `cid` has said something else,
 *   `unanswered` when the site must know more first, `invalid` for nothing at all, and for files that are not this visitor's to send
 */
export function receiveFromVisitor(
  ports: Ports,
  address: string,
  { cid, text: written, files: ids = [], answer: given, page, traits: told }: VisitorMessage
): Promise<StoredEntry> {
  if (!written.trim() && ids.length === 0 && !given) {
    return Promise.reject(empty())
  }
  return commit(ports, async writing => {
    const here = await conversationOf(writing.tx, address)
    const known = await knownBy(writing, here, cid)
    if (known) return given ? sameAnswer(known, given) : sameMessage(known, written)
    await refuseUnanswered(ports, writing.tx, { ...here, address, told })
    const goesOn = await takesWords(ports, writing.tx, here.conversation)
    const { link, conversation } = goesOn
      ? here
      : await nextConversation(ports, writing, { link: here.link, page: page ?? null })
    // What was asked in a conversation that is over is answered in words alone.
    const answered = given && goesOn ? await readAnswer(writing, conversation.id, given) : undefined
    const { text, answer } = answered ?? { text: written, answer: undefined }
    if (!text.trim() && ids.length === 0) throw empty()

    const files = await filesToSend(
      writing,
      ids,
      ({ owner, message }) => owner === address && message === null
    )
    const id = ports.random.id()
    await markSent(writing, files, id)
    if (told) await learnTold(ports, writing, { site: conversation.site, address, told })
    return personWrote(writing, {
      ...{ conversation, address, page, at: ports.now() },
      body: {
        type: 'message',
        id,
        cid,
        from: 'visitor',
        text,
        ...(files.length > 0 ? { files } : {}),
        ...(answer ? { answer } : {}),
        on: surfaceOf(ports, WEB)
      },
      link: linkOfEntry(link, WEB)
    })
  })
}

const empty = () => new Refused('invalid', 'A message needs a text or a file.', 'text')

/** What a `cid` said, here or in the conversation the visitor was in before: it may have been sent again from there. */
async function knownBy(
  { tx }: Writing,
  { link, conversation }: { link: Link; conversation: Conversation },
  cid: string
): Promise<StoredEntry | undefined> {
  const known = await tx.messageByCid(conversation.id, cid)
  if (known || link.before === null) return known
  const before = await tx.link(link.before)
  return before && tx.messageByCid(before.conversation, cid)
}

/** The answer a `cid` gave already. @throws {Refused} `conflict` when it answered otherwise */
function sameAnswer(known: StoredEntry, { to, choice, values = {} }: AnswerDraft): StoredEntry {
  const given = known.body.type === 'message' ? known.body.answer : undefined
  const isSame =
    given?.to === to &&
    given.choice?.id === choice &&
    (given.values ?? []).every(({ id, value }) => values[id]?.trim() === value)
  if (isSame) return known
  throw new Refused('conflict', 'This has been answered otherwise already.', 'cid')
}

/** The message a `cid` made already. @throws {Refused} `conflict` when it said something else */
export function sameMessage(known: StoredEntry, text: string): StoredEntry {
  if (known.body.type === 'message' && known.body.text === text) return known
  throw new Refused('conflict', 'This cid has already been used for another message.', 'cid')
}
