import { useEffect, useRef, useState } from 'preact/hooks'
import type { Chat } from '../../networks/screen.ts'
import { type PickedFile, send } from '../ask.ts'
import { Icon, PICTURE, SEND } from './icon.tsx'
import { PictureSheet } from './picture-sheet.tsx'

interface Props {
  phone: string
  chat: Chat
}

/** The text in the composer; a draft from a link takes its place and the focus. */
function useText(draft: Chat['draft']) {
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!draft) return
    setText(draft.text)
    field.current?.focus()
  }, [draft?.at])
  return { text, setText, field }
}

/** Enter sends, Shift+Enter breaks the line. */
const onEnter = (send: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  send()
}

/** Where the owner types. A draft from a link stands in it, ready to send. */
export function Composer({ phone, chat }: Props) {
  const { text, setText, field } = useText(chat.draft)
  const [picking, pick] = useState(false)
  const label = chat.app === 'whatsapp' ? 'Message' : 'Text message'

  const submit = (file?: PickedFile) => {
    const said = text.trim()
    if (!said && !file) return
    setText('')
    pick(false)
    send({ phone, app: chat.app }, said, file).catch(() => setText(said))
  }

  return (
    <>
      {picking && <PictureSheet choose={submit} />}
      <div class="composer">
        <button
          type="button"
          class="round plain"
          aria-label="Send a picture"
          aria-expanded={picking}
          onClick={() => pick(!picking)}
        >
          <Icon path={PICTURE} size={22} />
        </button>
        <textarea
          ref={field}
          rows={1}
          aria-label={label}
          placeholder={label}
          value={text}
          onInput={event => setText(event.currentTarget.value)}
          onKeyDown={onEnter(submit)}
        />
        <button
          type="button"
          class="round send"
          aria-label="Send"
          disabled={!text.trim()}
          onClick={() => submit()}
        >
          <Icon path={SEND} />
        </button>
      </div>
    </>
  )
}
