import type { Link } from '../stores/links.ts'
import { usePanel } from './context.ts'
import { Icon } from './icon.tsx'
import { NEXT, PHONE } from './icons.ts'
import { useStore } from './use-store.ts'

/** Where the chat goes on, what shows here of it, and how to stop that. */
function Linked({ link }: { link: Link }) {
  const { chat, words } = usePanel()
  // A refusal shows as what it is: the line stays as it was.
  const stop = () => void chat.stopMirror(link.id).catch(() => {})
  const here = link.shown ? words.shownHere : link.wasShown ? words.notShown : words.notShownYet
  return (
    <div class="linked">
      <Icon path={PHONE} />
      <p>
        <b>{words.note.linked(link.on)}.</b> {here}
        {link.shown && (
          <button type="button" class="text" onClick={stop}>
            {words.stopShowing}
          </button>
        )}
      </p>
    </div>
  )
}

/** The calm row above the composer: the way to the phone, or where the chat already goes on. */
export function LinkRows() {
  const { conversation, startHandoff, words } = usePanel()
  const links = useStore(conversation.$links)
  const ways = useStore(conversation.$ways)
  const started = useStore(conversation.$timeline, rows => rows.length > 0)
  return (
    <>
      {links.map(link => (
        <Linked key={link.id} link={link} />
      ))}
      {started && !!ways.length && (
        <button type="button" class="continue" onClick={() => startHandoff()}>
          <Icon path={PHONE} />
          <span>
            {ways[1] || !links.length ? words.continueOnPhone : words.continueOn(ways[0]!)}
          </span>
          <Icon path={NEXT} size={16} flip />
        </button>
      )}
    </>
  )
}
