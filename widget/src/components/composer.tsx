import { useEffect, useRef, useState } from 'preact/hooks'
import { Attach } from '../files/attach.tsx'
import { readyFiles } from '../files/attached.ts'
import { useAttach } from '../files/use-attach.ts'
import { usePanel } from './context.ts'
import { Icon } from './icon.tsx'
import { SEND } from './icons.ts'
import { useAutosize } from './use-autosize.ts'
import { useStore } from './use-store.ts'

/** Where the visitor types. Enter sends, Shift+Enter breaks the line. */
export function Composer({ takesFocus }: { takesFocus: boolean }) {
  const { $draft, $files, $phone, chat, direction, words } = usePanel()
  const draft = useStore($draft)
  const files = useStore($files)
  const attach = useAttach()
  // Whether the visitor has sent what still waits for its files.
  const [held, hold] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)

  useAutosize(field, draft)
  // On a phone the focus would raise the keyboard over what the visitor came to read.
  // An effect comes after the first paint: before it the focus would have all of it laid out once more.
  useEffect(() => {
    if (takesFocus && !$phone.get()) field.current!.focus({ preventScroll: true })
  }, [])

  const submit = (event: Event) => {
    event.preventDefault()
    // The field, not the store: a fast hand is ahead of the last drawing.
    const text = field.current!.value.trim()
    const files = readyFiles($files.get())
    hold(!files)
    if (!files) return
    if (files.length > 0) chat.send(text, { files })
    else if (text) chat.send(text)
    $files.set([])
    field.current!.value = ''
    $draft.set('')
    field.current!.focus()
  }

  useEffect(() => {
    if (held && readyFiles(files)) field.current!.form!.requestSubmit()
  }, [held, files])

  const paste = (event: ClipboardEvent) => {
    const { files, types } = event.clipboardData!
    // Words copied from an office program come with a picture of themselves.
    if (!files.length || types.includes('text/plain')) return
    event.preventDefault()
    attach(files)
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
        // An empty field runs as our words do, and `auto` would make it run from left to right.
        dir={draft ? 'auto' : direction}
        enterkeyhint="send"
        value={draft}
        onInput={event => {
          $draft.set(event.currentTarget.value)
          chat.typing()
        }}
        onKeyDown={sendOnEnter}
        onPaste={paste}
      />
      {/* After the field: where the relay takes no files the field grows, and does not move. */}
      <Attach />
      <button
        type="submit"
        class="send"
        aria-label={words.send}
        aria-disabled={held || !(draft.trim() || files.length)}
      >
        <Icon path={SEND} />
      </button>
    </form>
  )
}
