let last: object | undefined
let text = ''

/**
 * A frame as it goes over the wire. One that goes to many peers in a row is written once:
 * so nobody changes a frame that was sent.
 */
export function textOf(frame: object): string {
  if (frame !== last) {
    text = JSON.stringify(frame)
    last = frame
  }
  return text
}
