import { drawMarks } from '@segue/sdk/marks'
import { h } from 'preact'
import type { Leg } from '../fold/deliveries.ts'
import type { ShownMessage } from '../fold/shown-message.ts'
import { becauseWords, networkName } from '../format/surface.ts'
import { openDialog } from '../stores/dialog.ts'
import { t } from '../strings.ts'
import { DeliveryMark } from './delivery-mark.tsx'
import { DeliveryTrouble } from './delivery-trouble.tsx'
import { Icon } from './icon.tsx'
import { Choices, ShownContent } from './message-content.tsx'
import { SentFile } from './sent-file.tsx'

/** The words of a message, as WhatsApp and the widget show them. */
const MessageText = ({ text }: { text: string }) => (
  <div class="text" dir="auto">
    {drawMarks(text, h)}
  </div>
)

/** What was done about a delivery that was lost. */
function insteadWords({ on, instead }: Leg): string {
  if (!instead) return ''
  if (instead.on.account !== on.account) return t.delivery.instead(networkName(instead.on.network))
  return instead.why ?? t.delivery.resent
}

function lostWords({ on, status, reason }: Leg): string {
  const place = networkName(on.network)
  return status === 'unknown' ? t.delivery.lost(place) : t.delivery.failedFor(place, reason?.text)
}

/** What did not work before, and why it went where it went. */
function WayTaken({ lost, because }: ShownMessage) {
  return (
    <>
      {because && <p class="note">{becauseWords(because)}</p>}
      {lost.map(leg => (
        <p key={leg.delivery} class="note">
          {lostWords(leg)} {insteadWords(leg)}
        </p>
      ))}
    </>
  )
}

/** Opens the sheet that changes it. Shown while the message is pointed at, or walked through. */
const EditButton = ({ message, text }: { message: string; text: string }) => (
  <button
    type="button"
    class="icon-button edit"
    title={t.edit.open}
    onClick={() => openDialog({ kind: 'edit', message, text })}
  >
    <Icon name="edit" label={t.edit.open} />
  </button>
)

/** One message: what was said, and how far it got. */
export function MessageBubble({ message, isLast }: { message: ShownMessage; isLast: boolean }) {
  const { text, files, buttons, content, answer, progress, from, changed, editable } = message
  return (
    <div
      class={`message is-${from}${isLast ? ' is-last' : ''}`}
      data-message={message.key}
      tabIndex={-1}
    >
      <div class="message-line">
        <div class="bubble">
          {files.map(file => (
            <SentFile key={file.id} file={file} />
          ))}
          {text && <MessageText text={text} />}
          {changed && <p class={`changed is-${changed}`}>{t.edit[changed]}</p>}
          <Choices buttons={buttons} />
          {content && <ShownContent content={content} answer={answer} />}
        </div>
        {progress && <DeliveryMark progress={progress} on={message.on} />}
        {editable && <EditButton message={editable} text={text} />}
      </div>
      <WayTaken {...message} />
      {progress && <DeliveryTrouble progress={progress} on={message.on} />}
    </div>
  )
}
