import { useEffect, useRef, useState } from 'preact/hooks'
import type { Chat } from '../../networks/screen.ts'
import { type PickedFile, send } from '../ask.ts'
import { Icon, PICTURE, SEND } from './icon.tsx'
import { PictureSheet } from './picture-sheet.tsx'

interface Props {
  phone: string
  chat: Chat
}

/** Where the owner types. A draft from a link stands in it, ready to send. */
export function Composer({ phone, chat }: Props) {
  const [text, setText] = useState('')
  const [picking, pick] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const { app, draft } = chat

  useEffect(() => {
    if (!draft) return
    setText(draft.text)
    field.current?.focus()
  }, [draft?.at])

  const submit = (file?: PickedFile) => {
    const said = text.trim()
    if (!said && !file) return
    setText('')
    pick(false)
    send({ phone, app }, said, file).catch(() => setText(said))
  }
  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    submit()
  }

  return (
    <>
      {picking && <PictureSheet choose={submit} />}
      <form
        class="composer"
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
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
          aria-label={app === 'whatsapp' ? 'Message' : 'Text message'}
          placeholder={app === 'whatsapp' ? 'Message' : 'Text message'}
          value={text}
          onInput={event => setText(event.currentTarget.value)}
          onKeyDown={sendOnEnter}
        />
        <button type="submit" class="round send" aria-label="Send" disabled={!text.trim()}>
          <Icon path={SEND} />
        </button>
      </form>
    </>
  )
}
