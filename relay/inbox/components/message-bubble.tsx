import type { ShownMessage } from '../fold/shown-message.ts'
import { splitText } from '../fold/text-parts.ts'
import { becauseWords, networkName } from '../format/surface.ts'
import { t } from '../strings.ts'
import { DeliveryMark } from './delivery-mark.tsx'
import { DeliveryTrouble } from './delivery-trouble.tsx'
import { SentFile } from './sent-file.tsx'

/** The words of a message, with their addresses to be followed. */
function MessageText({ text }: { text: string }) {
  return (
    <p class="text" dir="auto">
      {splitText(text).map(({ text: part, href }) =>
        href ? (
          <a key={href} href={href} target="_blank" rel="noopener noreferrer nofollow">
            {part}
          </a>
        ) : (
          part
        )
      )}
    </p>
  )
}

/** What did not work before, and why it went where it went. */
function WayTaken({ failed, because, on }: ShownMessage) {
  const place = on && networkName(on.network)
  return (
    <>
      {failed.map(({ delivery, on: tried, reason }) => (
        <p key={delivery} class="note">
          {t.delivery.triedFirst(networkName(tried.network), reason?.text)}{' '}
          {place && t.delivery.instead(place)}
        </p>
      ))}
      {because && failed.length === 0 && (
        <p class="note">
          {place && t.delivery.sentBy(place)} {becauseWords(because)}
        </p>
      )}
    </>
  )
}

/** One message: what was said, and how far it got. */
export function MessageBubble({ message }: { message: ShownMessage }) {
  const { text, files, buttons, progress } = message
  return (
    <div class="message" data-message={message.key} tabIndex={-1}>
      <div class="message-line">
        <div class="bubble">
          {files.map(file => (
            <SentFile key={file.id} file={file} />
          ))}
          {text && <MessageText text={text} />}
          {buttons.length > 0 && (
            <ul class="answers" aria-label={t.thread.replies}>
              {buttons.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ul>
          )}
        </div>
        {progress && <DeliveryMark progress={progress} on={message.on} />}
      </div>
      <WayTaken {...message} />
      {progress && <DeliveryTrouble progress={progress} on={message.on} />}
    </div>
  )
}
