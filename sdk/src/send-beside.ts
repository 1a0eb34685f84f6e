import type { EventRoad, WaitingEvent } from './event-road.ts'

/**
 * Sends what fits beside a page that is going, in this very task. Whether it arrived is asked later, by whoever is there.
 *
 * @returns what did not fit
 */
export function sendBeside(road: EventRoad): WaitingEvent[] {
  const unsent = road.unsent()
  const batch = road.fitting(unsent, road.roomBeside)
  if (batch.length) goBeside(road, batch)
  return unsent.filter(({ isSent }) => !isSent)
}

function goBeside(road: EventRoad, batch: WaitingEvent[]): void {
  const body = road.bodyOf(batch, { token: road.held(), ...road.proof.inHand })
  const bytes = road.bytesOf(body)
  for (const event of batch) road.save(event, { isSent: true })
  const done = () => {
    road.roomBeside += bytes
  }
  road.roomBeside -= bytes
  road.world.beside(`${road.relay}/v1/batch`, body).then(done, done)
}
