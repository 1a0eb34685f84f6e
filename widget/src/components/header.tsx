import { Answering } from './away.tsx'
import { usePanel } from './context.ts'
import { Icon } from './icon.tsx'
import { CLOSE, TALKS } from './icons.ts'
import { SoundButton } from './sound-button.tsx'
import { useStore } from './use-store.ts'

/** Closes the panel, from every page of it. */
export const CloseButton = () => {
  const { mode, words, close } = usePanel()
  // What is a part of the page stays there.
  return mode ? null : (
    <button type="button" class="plain" aria-label={words.closeChat} onClick={close}>
      <Icon path={CLOSE} />
    </button>
  )
}

/** The way to what was said before. There is none for whoever has said nothing yet. */
function TalksButton() {
  const { $talked, $talks, conversation, isNew, words } = usePanel()
  const talked = useStore($talked)
  const count = useStore(conversation.$elsewhere)
  return isNew && !talked ? null : (
    <button
      type="button"
      class="plain"
      aria-label={words.conversations + (count ? `, ${words.newMessages({ count })}` : '')}
      onClick={() => $talks.set({})}
    >
      <Icon path={TALKS} flip />
      <span class="badge">{count > 0 && Math.min(count, 99)}</span>
    </button>
  )
}

/** Whom one talks to. */
export function Header() {
  const { conversation, words } = usePanel()
  const look = useStore(conversation.$session, session => session?.look)
  return (
    <header>
      {look?.logo ? (
        <img class="logo" src={look.logo} alt="" width={36} height={36} />
      ) : (
        <span class="logo" aria-hidden="true">
          {[...(look?.name ?? '')][0]}
        </span>
      )}
      <h2 class="who">
        <bdi>{look?.name ?? words.chat}</bdi>
      </h2>
      <Answering />
      <TalksButton />
      <SoundButton />
      <CloseButton />
    </header>
  )
}
