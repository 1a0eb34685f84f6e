import type { Button } from '@segue/sdk/protocol'
import type { Writing } from '../commit.ts'
import { deliver } from '../delivery/deliver.ts'
import type { Address, Link } from '../model.ts'
import type { Ports } from '../ports.ts'
import { surfaceOf } from '../surface.ts'
import { type PhoneTexts, phoneTexts } from './phone-texts.ts'

/** What the relay itself says on a phone. */
export interface Saying {
  address: Address
  link: Link
  text: string
  buttons?: Button[]
  /** What the thread shows instead, when the text is only for the phone's eyes: a link that signs in, say. */
  shown?: string
}

/** Says something on a phone in the relay's own name. It is a message like any other: kept, ordered, with ticks. */
export async function sayOnPhone(
  ports: Ports,
  writing: Writing,
  { address, link, text, buttons = [], shown }: Saying
): Promise<void> {
  const id = ports.random.id()
  await writing.append(
    link.conversation,
    {
      type: 'message',
      id,
      from: 'system',
      text: shown ?? text,
      on: surfaceOf(ports, address.account),
      ...(buttons.length > 0 ? { buttons } : {})
    },
    link.id
  )
  await deliver(ports, writing, {
    address,
    content: { text, files: [], buttons },
    message: { id, conversation: link.conversation }
  })
}

/** The phone's texts, in its person's language or else the site's. */
export const textsFor = ({ sites }: Pick<Ports, 'sites'>, address: Address): PhoneTexts =>
  phoneTexts(sites.get(address.site), address.language)
