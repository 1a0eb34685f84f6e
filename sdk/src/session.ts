import type { Call } from './call.ts'
import type { Session } from './chat.ts'
import type { IdentityKeeper } from './identity.ts'
import { pageOf } from './page-of.ts'
import type { SessionReply } from './protocol/page-api.ts'
import { RelayError } from './relay-error.ts'
import type { World } from './world.ts'

/** A token this close to its end is not used any more, in milliseconds. */
const MARGIN_MS = 30_000

/** A token is used for so long at least, in milliseconds: a clock that runs ahead must not ask at every call. */
const LEAST_MS = 60_000

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
  /** The token in hand, if it is good. In memory only. */
  held(): string | undefined
  /** Calls in the visitor's name. A refused token is replaced, once. */
  call: Call
  /** The token in hand was refused. */
  expire(): void
  /** Drops the token. The next session is asked for with this return token, if any. */
  restart(returnToken?: string): void
}

/** The visitor's session: who they are, and a short-lived token that says so. */
export function createSession(options: SessionOptions): SessionKeeper {
  const { world, site, call, identity } = options
  let good: { token: string; until: number } | undefined
  let asking: Promise<string> | undefined
  let returnToken: string | undefined
  /** Grows when what has been asked for is not wanted any more. */
  let turn = 0

  const expire = () => {
    good = undefined
  }

  const held = () => (good && world.now() < good.until ? good.token : undefined)

  const start = async (mine: number) => {
    const reply = await askForSession(options, returnToken)
    if (mine !== turn) throw new RelayError('closed', 'The session was ended meanwhile.')
    returnToken = undefined
    const { token, expires } = reply
    good = { token, until: Math.max(expires - MARGIN_MS, world.now() + LEAST_MS) }
    begin(options, reply)
    return token
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
    const ready = held()
    if (ready) return ready
    asking ??= ask(turn)
    return asking
  }

  return {
    ...{ token, held, expire },
    call: callAs({ token, expire, call }),
    restart(nextReturnToken) {
      turn += 1
      asking = undefined
      returnToken = nextReturnToken
      expire()
    }
  }
}

/** Remembers who the visitor is, and tells the page what it may know. */
function begin({ identity, started }: SessionOptions, reply: SessionReply): void {
  const { secret, token: _, ...session } = reply
  const { visitor } = session
  // Read again: it may have changed while the relay was asked.
  const known = identity.read()
  const liveUntil = known?.visitor === visitor ? known.liveUntil : 0
  identity.write({ visitor, secret: secret ?? known?.secret ?? '', liveUntil })
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
    const attempt = async () =>
      call<never>(path, { ...options, headers: { authorization: `Bearer ${await token()}` } })
    return attempt().catch((error: RelayError) => {
      if (error.status !== 401) throw error
      expire()
      return attempt()
    })
  }
}
