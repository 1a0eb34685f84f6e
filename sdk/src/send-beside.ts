import type { EventRoad, WaitingEvent } from './event-road.ts'

/**
 * Sends what fits beside a page that is going, in this very task.
 *
 * @param heard told, if the page lives, when it is known how that went
 * @returns what did not fit
 */
export function sendBeside(road: EventRoad, heard: () => void): WaitingEvent[] {
  const unsent = road.unsent()
  const batch = road.fitting(unsent, road.roomBeside)
  if (batch.length) goBeside(road, batch).then(heard, heard)
  return unsent.filter(event => !batch.includes(event))
}

async function goBeside(road: EventRoad, batch: WaitingEvent[]): Promise<void> {
  const body = road.bodyOf(batch, { token: road.held(), ...road.proof.inHand })
  const bytes = road.bytesOf(body)
  for (const event of batch) road.save(event, { isSent: true, isFlying: true })
  road.roomBeside -= bytes
  const answer = await road.world.beside(`${road.relay}/v1/batch`, body).catch(() => null)
  road.roomBeside += bytes
  for (const event of batch) event.isFlying = false
  const { hearBeside } = await import('./late.ts')
  await hearBeside(road, batch, answer)
}
