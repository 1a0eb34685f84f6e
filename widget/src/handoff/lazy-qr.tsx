import { useEffect, useState } from 'preact/hooks'
import type { QrPicture } from './qr.ts'

/** The QR code of a link, which comes in a chunk of its own: on a phone nobody needs it. */
export function LazyQr({ link }: { link: string }) {
  const [picture, show] = useState<QrPicture | undefined>()
  useEffect(() => {
    let gone = false
    // Without it there still are the link, the number and the code.
    import('./qr.ts').then(
      ({ drawQr }) => gone || show(drawQr(link)),
      () => {}
    )
    return () => {
      gone = true
    }
  }, [link])
  return picture ? <Qr {...picture} /> : null
}

/** Dark on white, also in the dark: cameras expect it. */
function Qr({ box, path }: QrPicture) {
  const [x, y, width, height] = box
  return (
    <svg viewBox={box.join(' ')} shape-rendering="crispEdges" aria-hidden>
      <rect {...{ x, y, width, height }} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
