import type { Call } from './call.ts'
import type { Session } from './chat.ts'
import type { IdentityKeeper } from './identity.ts'
import { pageOf } from './page-of.ts'
import type { SessionReply } from './protocol/session-api.ts'
import { isUserRefused, proveUser, renewProof } from './prove-user.ts'
import { RelayError } from './relay-error.ts'
import type { ProofKeeper } from './user-proof.ts'
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
  proof: ProofKeeper
  started(session: Session): void
  /** The visitor is another one, and the former was a user: nothing of theirs may stay. */
  changed(): void
}

export interface SessionKeeper {
  /** A token that is good now; asks for one if there is none. @throws {RelayError} */
  token(): Promise<string>
  /** The token in hand, if it is good. In memory only. */
  held(): string | undefined
  /** Whose session it is, or was until its token was refused. */
  visitor(): string | undefined
  /** Calls in the visitor's name. A refused token is replaced, once. */
  call: Call
  /** The token in hand was refused. */
  expire(): void
  /** Asks for the session once more, as the site may have changed. Whether there is something to ask the visitor. @throws {RelayError} */
  renew(): Promise<boolean>
  /** Drops the token. The next session is asked for with this return token, if any. */
  restart(returnToken?: string): void
}

/** The visitor's session: who they are, and a short-lived token that says so. */
export function createSession(options: SessionOptions): SessionKeeper {
  const { world, site, call, identity } = options
  let good: { token: string; until: number } | undefined
  let latest: SessionReply | undefined
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
    latest = reply
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
    ...{ token, held, expire, visitor: () => latest?.visitor },
    call: callAs({ token, expire, call }),
    async renew() {
      expire()
      await token()
      return !!latest?.before
    },
    restart(nextReturnToken) {
      turn += 1
      asking = undefined
      returnToken = nextReturnToken
      latest = undefined
      expire()
    }
  }
}

/** Remembers who the visitor is, and tells the page what it may know. */
function begin({ identity, started, changed }: SessionOptions, reply: SessionReply): void {
  const { secret, token: _, ...session } = reply
  const { visitor } = session
  // Read again: it may have changed while the relay was asked.
  const known = identity.read()
  const isSame = known?.visitor === visitor
  if (known?.isUsers && !isSame) changed()
  const liveUntil = isSame ? known.liveUntil : 0
  const isUsers = reply.user !== undefined && { isUsers: true }
  identity.write({ visitor, secret: secret ?? known?.secret ?? '', liveUntil, ...isUsers })
  started(session)
}

/** How long a user's visitor waits for the page to say who the user is, in milliseconds. */
const PATIENCE_MS = 3_000

async function askForSession(options: SessionOptions, returnToken?: string) {
  const { world, site, call, identity, proof } = options
  const { visitor, secret, isUsers } = identity.read() ?? {}
  if (isUsers && !proof.source) {
    await new Promise<void>(resolve => {
      proof.told = resolve
      world.after(PATIENCE_MS, resolve)
    })
  }
  const language = world.language()
  const json = { site, visitor, secret, language, returnToken, ...pageOf(world.view()) }
  const ask = async () =>
    call<SessionReply>('session', { json: { ...json, ...(await proveUser(proof)) } })
  return ask().catch((error: RelayError) => {
    if (renewProof(proof, error.code)) return ask()
    throw error
  })
}

function callAs({ token, expire, call }: Pick<SessionKeeper, 'token' | 'expire' | 'call'>): Call {
  return async (path, options) => {
    const attempt = async () =>
      call<never>(path, { ...options, headers: { authorization: `Bearer ${await token()}` } })
    return attempt().catch((error: RelayError) => {
      if (error.status !== 401 || isUserRefused(error.code)) throw error
      expire()
      return attempt()
    })
  }
}
