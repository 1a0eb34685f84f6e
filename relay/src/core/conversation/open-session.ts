import type { Page } from '@segue/sdk/protocol'
import { commit, type Writing } from '../commit.ts'
import { useReturnLink } from '../handoff/return-link.ts'
import { visitorNode } from '../identity/find-people.ts'
import { mayOpen, type ProvenUser, proveVisitor } from '../identity/prove-visitor.ts'
import type { Address } from '../model.ts'
import type { Ports } from '../ports.ts'
import { hashSecret, isSecret, mintSecret } from '../secret-hash.ts'
import type { Site } from '../settings.ts'
import { beginConversation } from './begin-conversation.ts'

/** What a page brings when it opens a session. */
export interface SessionOpening {
  site: Site
  visitor?: string | undefined
  secret?: string | undefined
  language?: string | undefined
  page?: Page | undefined
  returnToken?: string | undefined
  /** The user whose proof the page has shown. */
  user?: ProvenUser | undefined
}

export interface OpenedSession {
  address: Address
  /** The id inside `web:<id>`. */
  visitor: string
  /** Only when the visitor was made just now. */
  secret?: string
  conversation: string | null
  /** Whether the return link was good; absent when there was none. */
  returned?: boolean
}

/**
 * Goes on with a visitor who proves itself by its secret, or makes a new one.
 * A wrong secret makes a new visitor too: nothing tells whether the old one exists. So does the right secret of a visitor who
 * is a user's, when that user's proof is missing.
 */
export function openSession(ports: Ports, told: SessionOpening): Promise<OpenedSession> {
  const opening = { ...told, language: readLanguage(told.language) }
  return commit(ports, async writing => {
    const known = await knownVisitor(writing, opening)
    const session = known ?? (await newVisitor(ports, writing, opening))
    const { returnToken: token, user } = opening
    const returned =
      token === undefined ? undefined : await useReturnLink(ports, writing, { token, ...session })
    if (user) await proveVisitor(ports, writing, { ...session, user })
    const link = await writing.tx.currentLink(session.address.id)
    return {
      ...session,
      conversation: link?.conversation ?? null,
      ...(returned === undefined ? {} : { returned })
    }
  })
}

/** A language tag that can be used, or none: the page's word is not taken, and browsers without a locale say `en-US@posix`. */
function readLanguage(tag: string | undefined): string | undefined {
  try {
    return tag === undefined ? undefined : Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

async function knownVisitor({ tx }: Writing, opening: SessionOpening) {
  const { site, visitor, secret, language, user } = opening
  if (!visitor || !secret) return undefined
  const address = await tx.addressByName('web', [`web:${visitor}`])
  if (!address?.secretHash || address.site !== site.key) return undefined
  if (!isSecret(secret, address.secretHash)) return undefined
  if (!(await mayOpen(tx, address, user))) return undefined
  if (language && language !== address.language) await tx.changeAddress(address.id, { language })
  return { address, visitor }
}

async function newVisitor(
  ports: Ports,
  writing: Writing,
  { site, language, page }: SessionOpening
) {
  const visitor = ports.random.id()
  const secret = mintSecret(ports.random.bytes(16))
  const address: Address = {
    id: ports.random.id(),
    site: site.key,
    account: 'web',
    names: [`web:${visitor}`],
    secretHash: hashSecret(secret),
    language: language ?? null,
    lastInboundAt: null,
    lastInboundId: null,
    lastReadId: null,
    optedOutAt: null,
    at: ports.now()
  }
  await writing.tx.addAddress(address)
  await beginConversation(ports, writing, {
    site: site.key,
    address: address.id,
    node: visitorNode(address.id),
    language: language ?? null,
    page: page ?? null
  })
  return { address, visitor, secret }
}
