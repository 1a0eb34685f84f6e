import type { Channel, ChannelLimits, Outcome, Outgoing } from '../../relay/src/core/channel.ts'

/** A network played by the test. */
export interface ScriptedChannel extends Channel {
  /** What was sent, in the order of the calls. */
  sent: Outgoing[]
  /** How the following sends end. Default: accepted. */
  ends(script: (message: Outgoing, attempt: number) => Outcome | Promise<Outcome>): void
}

/** A channel whose sends end as the test says; `onSend` hears of each. */
export function scriptedChannel({
  limits = {},
  onSend = () => {}
}: {
  limits?: Partial<ChannelLimits>
  onSend?: () => void
} = {}): ScriptedChannel {
  const sent: Outgoing[] = []
  let script: Parameters<ScriptedChannel['ends']>[0] = ({ delivery }) => accepted(delivery)

  return {
    network: 'pigeon',
    limits: {
      textLength: 1000,
      buttons: 0,
      files: false,
      readReceipts: false,
      writesFirst: true,
      spacingMs: 0,
      ...limits
    },
    accepts: 204,
    address: 'the dovecote',
    sent,
    ends(next) {
      script = next
    },
    async send(message) {
      const attempt = sent.filter(({ delivery }) => delivery === message.delivery).length + 1
      sent.push(message)
      onSend()
      return script(message, attempt)
    },
    verify: () => false,
    parse: () => [],
    fetchFile: async () => {
      throw new Error('Pigeons carry no files.')
    },
    handoffLink: draft => `pigeon:${draft}`
  }
}

export const accepted = (delivery: string): Outcome => ({
  kind: 'accepted',
  providerId: `pigeon-${delivery}`
})

const reason = { code: 'test', text: 'As the test says.' }

/** Every other way a send can end. */
export const ended = {
  limited: { kind: 'limited', reason },
  unreachable: { kind: 'unreachable', reason },
  unknown: { kind: 'unknown', reason },
  broken: { kind: 'refused', why: 'account', reason },
  content: { kind: 'refused', why: 'content', reason }
} satisfies Record<string, Outcome>
