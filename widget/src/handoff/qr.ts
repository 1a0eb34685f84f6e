import { correction, generate } from 'lean-qr/nano'

// Cameras need this much white around a code, in modules (ISO/IEC 18004).
const QUIET = 4

/** A QR code as a picture: the `viewBox` of its SVG, and the `d` of its dark modules. */
export interface QrPicture {
  box: readonly [x: number, y: number, width: number, height: number]
  path: string
}

/** One run of dark modules a step, so that the path stays short. */
function pathOf(size: number, dark: (x: number, y: number) => boolean): string {
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const from = x
      while (dark(x, y)) x++
      if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`
    }
  }
  return path
}

/** The link as a QR code. */
export function drawQr(link: string): QrPicture {
  const { size, get } = generate(link, { minCorrectionLevel: correction.M })
  const side = size + 2 * QUIET
  return { box: [-QUIET, -QUIET, side, side], path: pathOf(size, get) }
}
