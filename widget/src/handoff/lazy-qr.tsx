import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** The QR code of a link, in a chunk of its own: on a phone nobody needs it. */
export function LazyQr({ link }: { link: string }) {
  const [Qr, show] = useState<ComponentType<{ link: string }> | undefined>()
  useEffect(() => {
    let gone = false
    // Without it there still are the link, the number and the code.
    import('./qr.tsx').then(
      module => gone || show(() => module.Qr),
      () => {}
    )
    return () => {
      gone = true
    }
  }, [])
  return Qr ? <Qr link={link} /> : null
}
