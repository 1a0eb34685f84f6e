import type { Call } from './call.ts'
import type { Session } from './chat.ts'
import { holdToken } from './held-token.ts'
import type { IdentityKeeper } from './identity.ts'
import { pageOf } from './page-of.ts'
import type { SessionReply } from './protocol/page-api.ts'
import { RelayError } from './relay-error.ts'
import type { World } from './world.ts'

export interface SessionOptions {
  world: World
  site: string
  call: Call
  identity: IdentityKeeper
  started(session: Session): void
}

export interface SessionKeeper {
  /** A token that is good now; asks for one if there is none. @throws {RelayError} */
  token(): Promise<string>
  /** The token in hand, if it is good. */
  held(): string | undefined
  /** Calls in the visitor's name. A refused token is replaced, once. */
  call: Call
  /** The token in hand was refused. */
  expire(): void
  /** The next session is asked for with this return token. */
  returnWith(returnToken: string): void
  /** Forgets the token and who the visitor is. */
  forget(): void
}

/** The visitor's session: who they are, and a short-lived token that says so. */
export function createSession(options: SessionOptions): SessionKeeper {
  const { world, site, call, identity } = options
  const held = holdToken(world)
  let asking: Promise<string> | undefined
  let returnToken: string | undefined
  /** Grows when what has been asked for is not wanted any more. */
  let turn = 0

  const start = async (mine: number) => {
    const reply = await askForSession(options, returnToken)
    if (mine !== turn) throw new RelayError('closed', 'The session was ended meanwhile.')
    returnToken = undefined
    held.hold(reply)
    begin(options, reply)
    return reply.token
  }

  const ask = async (mine: number) => {
    try {
      // Two tabs that start at once must not become two visitors.
      const isKnown = identity.read()
      return await (isKnown ? start(mine) : world.alone(`segue:${site}`, () => start(mine)))
    } finally {
      if (mine === turn) asking = undefined
    }
  }

  const token = async () => {
    const ready = held.read()
    if (ready) return ready
    asking ??= ask(turn)
    return asking
  }

  const restart = (nextReturnToken?: string) => {
    turn += 1
    asking = undefined
    returnToken = nextReturnToken
    held.drop()
  }

  return {
    ...{ token, expire: held.drop, held: held.read, returnWith: restart },
    call: callAs({ token, expire: held.drop, call }),
    forget() {
      restart()
      identity.forget()
    }
  }
}

/** Remembers who the visitor is, and tells the page what it may know. */
function begin({ identity, started }: SessionOptions, reply: SessionReply): void {
  const { secret, token: _, ...session } = reply
  const { visitor } = session
  const known = identity.read()
  const live = known?.visitor === visitor && known.live
  identity.write({ visitor, secret: secret ?? known?.secret ?? '', live })
  started(session)
}

function askForSession({ world, site, call, identity }: SessionOptions, returnToken?: string) {
  const { visitor, secret } = identity.read() ?? {}
  const language = world.language()
  const json = { site, visitor, secret, language, returnToken, ...pageOf(world.view()) }
  return call<SessionReply>('session', { json })
}

function callAs({ token, expire, call }: Pick<SessionKeeper, 'token' | 'expire' | 'call'>): Call {
  return async (path, options) => {
    const attempt = async <Reply>() =>
      call<Reply>(path, { ...options, headers: { authorization: `Bearer ${await token()}` } })
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof RelayError) || error.status !== 401) throw error
      expire()
      return attempt()
    }
  }
}
