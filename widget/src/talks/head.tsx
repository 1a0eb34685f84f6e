import { CloseButton } from '../components/header.tsx'
import { Icon } from '../components/icon.tsx'
import { NEXT } from '../components/icons.ts'

/** The top of a page that is shown instead of the chat: the way back, and what it is. */
export const Head = ({ title, back, leave }: { title: string; back: string; leave(): void }) => (
  <header>
    <button type="button" class="plain back" aria-label={back} onClick={leave}>
      <span>
        <Icon path={NEXT} flip />
      </span>
    </button>
    <h2 class="who">{title}</h2>
    <CloseButton />
  </header>
)
