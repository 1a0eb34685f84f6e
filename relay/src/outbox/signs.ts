import type { Ports, Sign } from '../core/ports.ts'

/** So many under way mean a network that does not answer. One sign more or less is no loss. */
const MAX_UNDER_WAY = 100

/** Shows people on their networks what agents do: that they have read, that they type. */
export interface Signs {
  /** Asks the network at once, and only once. */
  show(sign: Sign): void
  /** Resolves when everything that is under way has ended. */
  stop(): Promise<void>
}

/** Signs are told as they happen and never kept: a late "typing" would be a lie, and the next reading ticks what this one missed. */
export function createSigns({ accounts }: Pick<Ports, 'accounts'>): Signs {
  const underWay = new Set<Promise<void>>()

  const ask = async ({ sign, account, providerId }: Sign) => {
    const channel = accounts.get(account)?.channel
    if (sign === 'read') await channel?.markRead?.(providerId)
    else await channel?.showTyping?.(providerId)
  }

  return {
    show(sign) {
      if (underWay.size >= MAX_UNDER_WAY) return
      const done: Promise<void> = ask(sign)
        // A channel never throws; if one should, a sign was lost and nothing else.
        .catch(() => {})
        .finally(() => underWay.delete(done))
      underWay.add(done)
    },
    async stop() {
      await Promise.all(underWay)
    }
  }
}
