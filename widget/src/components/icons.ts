/** Our own stroke icons: the `d` of one path each, on a grid of 20. Drawn in `currentColor`, 1.6 wide, round. */
export const CHAT =
  'M3.5 9.2c0-3.3 2.9-5.7 6.5-5.7s6.5 2.4 6.5 5.7-2.9 5.7-6.5 5.7c-.8 0-1.6-.1-2.3-.3L4 16.4l.9-3C4 12.3 3.5 10.8 3.5 9.2Z'
export const DOWN = 'm5 7.8 5 5 5-5'
export const CLOSE = 'm5.5 5.5 9 9m0-9-9 9'
export const NEXT = 'm8 4.5 5.5 5.5L8 15.5'
export const SEND = 'M10 16V4.5M5 9.2l5-5 5 5'
export const PHONE =
  'M7 2.8h6c.8 0 1.5.7 1.5 1.5v11.4c0 .8-.7 1.5-1.5 1.5H7c-.8 0-1.5-.7-1.5-1.5V4.3c0-.8.7-1.5 1.5-1.5Zm2 12h2'
export const CHECK = 'm4.5 10.5 3.7 3.7 7.3-8'
export const CHECKS = 'm1.5 10.5 3.7 3.7 7.3-8m-2.7 7.7.5.3 7.3-8'
export const CLOCK = 'M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 3v3.7l2.3 1.4'
export const ALERT = 'M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 3.3v3.7m0 2.5v.01'
export const BELL =
  'M10 3a4.5 4.5 0 0 0-4.5 4.5c0 4-1.7 5.2-1.7 6h12.4c0-.8-1.7-2-1.7-6A4.5 4.5 0 0 0 10 3Zm-1.5 13h3'
export const BELL_OFF = `${BELL}M3.5 3.5l13 13`
export const TALKS =
  'M3.5 5h13M3.5 10h4.8M3.5 15h4.3M13 9.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6Zm2.2 5.2 2.3 2.3'
export const CLIP =
  'm14.6 9.4-5.2 5.2a3 3 0 0 1-4.3-4.3l5.9-5.8a2 2 0 0 1 2.9 2.9l-5.7 5.6a1 1 0 0 1-1.4-1.4l4.9-4.9'
export const FILE =
  'M6 2.8h5l4 4v8.9c0 .8-.7 1.5-1.5 1.5H6c-.8 0-1.5-.7-1.5-1.5V4.3c0-.8.7-1.5 1.5-1.5Zm5 0v4h4'
