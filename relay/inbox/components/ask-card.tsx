import { type ButtonLine, type CardLine, MOST, newButton, type Picture } from '../fold/ask-draft.ts'
import { fieldId } from '../fold/ask-problems.ts'
import { dropPicture, pickPicture } from '../stores/asks.ts'
import { t } from '../strings.ts'
import { AskInput, useAskField } from './ask-input.tsx'
import { AskLines } from './ask-lines.tsx'
import { Icon } from './icon.tsx'
import { ownAddress } from './sent-file.tsx'

const pictureUrl = ({ preview, file }: Picture) => preview ?? ownAddress(file?.url)

/** A card's picture: chosen by the browser's own dialog, uploaded at once. */
function CardPicture({ conversation, card }: { conversation: string; card: CardLine }) {
  const { key, picture } = card
  const pick = (input: HTMLInputElement) => {
    const [file] = input.files ?? []
    if (file) void pickPicture(conversation, key, file)
    input.value = '' // or the same file cannot be chosen again
  }
  const { aria, under } = useAskField(fieldId('picture', card))
  const src = picture && picture.status !== 'failed' ? pictureUrl(picture) : undefined
  return (
    <div class="card-picture">
      {src && <img src={src} alt="" />}
      <label class="button pick-picture">
        <Icon name="clip" />
        <span>{picture ? t.asks.card.otherPicture : t.asks.card.picture}</span>
        <input
          {...aria}
          type="file"
          accept="image/png,image/jpeg,image/gif,image/webp"
          onChange={event => pick(event.currentTarget)}
        />
      </label>
      {picture && (
        <p class="picture-name">
          {picture.name}
          {picture.status === 'uploading' && <span> · {t.composer.uploading}</span>}
          <button
            type="button"
            class="icon-button"
            onClick={() => {
              dropPicture(conversation, key)
              // The button goes; the field it belonged to stays.
              document.getElementById(fieldId('picture', card))?.focus()
            }}
          >
            <Icon name="close" label={t.asks.card.drop(picture.name)} />
          </button>
        </p>
      )}
      {under}
    </div>
  )
}

interface CardButtonProps {
  button: ButtonLine
  place: number
  change: (to: Partial<ButtonLine>) => void
}

/** What one button says, and whether it answers or leads to a page. */
function CardButton({ button, place, change }: CardButtonProps) {
  const words = t.asks.card
  return (
    <>
      <AskInput
        id={fieldId('title', button)}
        label={words.button(place)}
        quiet
        value={button.title}
        most={MOST.title}
        write={title => change({ title })}
      />
      <select
        aria-label={words.does(place)}
        value={button.does}
        onChange={event => change({ does: event.currentTarget.value as ButtonLine['does'] })}
      >
        <option value="answer">{words.kinds.answer}</option>
        <option value="link">{words.kinds.link}</option>
      </select>
      {button.does === 'link' && (
        <AskInput
          id={fieldId('url', button)}
          label={words.url(place)}
          type="url"
          value={button.url}
          most={MOST.url}
          write={url => change({ url })}
        />
      )}
    </>
  )
}

interface AskCardProps {
  conversation: string
  card: CardLine
  change: (to: Partial<CardLine>) => void
}

/** One card as it is written. */
export function AskCard({ conversation, card, change }: AskCardProps) {
  return (
    <>
      <AskInput
        id={fieldId('title', card)}
        label={t.asks.card.title}
        value={card.title}
        most={MOST.cardTitle}
        write={title => change({ title })}
      />
      <AskInput
        id={fieldId('text', card)}
        label={t.asks.card.text}
        long
        value={card.text}
        most={MOST.cardText}
        write={text => change({ text })}
      />
      <CardPicture conversation={conversation} card={card} />
      <AskLines
        noun="button"
        lines={card.buttons}
        least={0}
        most={MOST.buttons}
        make={newButton}
        write={buttons => change({ buttons })}
        byEnter
        draw={(button, to, place) => <CardButton button={button} place={place} change={to} />}
      />
    </>
  )
}
