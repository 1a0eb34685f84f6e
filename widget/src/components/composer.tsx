import { useStore } from '@nanostores/preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { usePanel } from './context.ts'
import { Icon } from './icon.tsx'
import { SEND } from './icons.ts'
import { useAutosize } from './use-autosize.ts'

/** Where the visitor types. Enter sends, Shift+Enter breaks the line. */
export function Composer() {
  const { $draft, $phone, chat, words } = usePanel()
  const draft = useStore($draft)
  const field = useRef<HTMLTextAreaElement>(null)

  useAutosize(field, draft)
  // On a phone the focus would raise the keyboard over what the visitor came to read.
  useLayoutEffect(() => {
    if (!$phone.get()) field.current!.focus({ preventScroll: true })
  }, [])

  const submit = (event: Event) => {
    event.preventDefault()
    // The field, not the store: a fast hand is ahead of the last drawing.
    const text = field.current!.value.trim()
    if (text) chat.send(text)
    field.current!.value = ''
    $draft.set('')
    field.current!.focus()
  }

  const sendOnEnter = (event: KeyboardEvent) => {
    // isComposing: Enter also confirms a word in Japanese, Chinese and Korean input.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event)
  }

  return (
    <form class="composer" onSubmit={submit}>
      <textarea
        ref={field}
        aria-label={words.writeMessage}
        placeholder={words.writeMessage}
        rows={1}
        dir="auto"
        enterkeyhint="send"
        value={draft}
        onInput={event => {
          $draft.set(event.currentTarget.value)
          chat.typing()
        }}
        onKeyDown={sendOnEnter}
      />
      <button type="submit" class="send" aria-label={words.send} aria-disabled={!draft.trim()}>
        <Icon path={SEND} />
      </button>
    </form>
  )
}
