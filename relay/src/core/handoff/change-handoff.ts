import type { Writing } from '../commit.ts'
import type { Handoff } from '../model.ts'
import type { Ports } from '../ports.ts'
import { surfaceOf } from '../surface.ts'

/** Keeps a new handoff, and says so in the thread. */
export async function addHandoff(ports: Ports, writing: Writing, handoff: Handoff): Promise<void> {
  await writing.tx.addHandoff(handoff)
  await tellThread(ports, writing, handoff)
}

/** Moves a handoff on, and says so in the thread. */
export async function changeHandoff(
  ports: Ports,
  writing: Writing,
  { handoff, status }: { handoff: Handoff; status: Handoff['status'] }
): Promise<void> {
  await writing.tx.changeHandoff(handoff.id, { status })
  await tellThread(ports, writing, { ...handoff, status })
}

const tellThread = (
  ports: Ports,
  { append }: Writing,
  { id, conversation, account, status, by, way }: Handoff
) => append(conversation, { type: 'handoff', id, to: surfaceOf(ports, account), status, by, way })
