import type { World } from './world.ts'

/** A token this close to its end is not used any more, in milliseconds. */
const MARGIN_MS = 30_000

/** A token is used for so long at least, in milliseconds: a clock that runs ahead must not ask at every call. */
const LEAST_MS = 60_000

/** A token for as long as it is good. In memory only. */
export interface HeldToken {
  read(): string | undefined
  hold(reply: { token: string; expires: number }): void
  drop(): void
}

export function holdToken({ now }: Pick<World, 'now'>): HeldToken {
  let held: { token: string; until: number } | undefined

  return {
    read: () => (held && now() < held.until ? held.token : undefined),
    hold({ token, expires }) {
      held = { token, until: Math.max(expires - MARGIN_MS, now() + LEAST_MS) }
    },
    drop() {
      held = undefined
    }
  }
}
