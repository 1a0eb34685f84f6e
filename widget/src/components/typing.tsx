import { usePanel } from './context.ts'

/** Three dots while an agent writes. Not announced: it would interrupt at every key. */
export function Typing({ name }: { name: string }) {
  const { words } = usePanel()
  return (
    <div class="message theirs first last">
      <div
        class="bubble typing"
        role="img"
        aria-label={words.typing({ name: name || words.someone })}
      >
        <i />
        <i />
        <i />
      </div>
    </div>
  )
}
