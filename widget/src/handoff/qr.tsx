import { correction, generate } from 'lean-qr/nano'

// Cameras need this much white around a code, in modules (ISO/IEC 18004).
const QUIET = 4

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

/** The link as a QR code: dark on white, also in the dark, because cameras expect it. */
export function Qr({ link }: { link: string }) {
  const { size, get } = generate(link, { minCorrectionLevel: correction.M })
  const side = size + 2 * QUIET
  return (
    <svg viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} shape-rendering="crispEdges" aria-hidden>
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={pathOf(size, get)} fill="#000" />
    </svg>
  )
}
