import { useLayoutEffect, useRef } from 'preact/hooks'
import { CloseButton } from '../components/header.tsx'
import { Icon } from '../components/icon.tsx'
import { NEXT } from '../components/icons.ts'

/** The top of a page that is shown instead of the chat: the way back, and what it is. */
export function Head({ title, back, leave }: { title: string; back: string; leave(): void }) {
  const box = useRef<HTMLElement>(null)
  // Until there is something below to have it: no key falls between what was left and this.
  useLayoutEffect(() => box.current!.focus({ preventScroll: true }), [])
  return (
    <header ref={box} tabIndex={-1}>
      <button type="button" class="plain back" aria-label={back} onClick={leave}>
        <span>
          <Icon path={NEXT} flip />
        </span>
      </button>
      <h2 class="who">{title}</h2>
      <CloseButton />
    </header>
  )
}
