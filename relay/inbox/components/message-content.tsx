import { drawMarks } from '@segue/sdk/marks'
import type {
  Answer,
  Button,
  Card,
  FormContent,
  LinkButton,
  MessageContent
} from '@segue/sdk/protocol'
import { h } from 'preact'
import { t } from '../strings.ts'
import { Icon } from './icon.tsx'
import { SentFile } from './sent-file.tsx'

interface ContentProps<Of = MessageContent> {
  content: Of
  answer?: Answer | undefined
}

/** An answer to tap, and whether it was. */
const Choice = ({ button, answer }: { button: Button; answer?: Answer | undefined }) => {
  const isChosen = answer?.choice?.id === button.id
  return (
    <li class={isChosen ? 'is-chosen' : ''} dir="auto">
      {isChosen && <Icon name="check" />}
      {button.title}
      {isChosen && <span class="sr-only"> ({t.asks.shown.chosen})</span>}
    </li>
  )
}

/** Ready-made answers, as a row. */
export function Choices({
  buttons,
  answer
}: {
  buttons: readonly (Button | LinkButton)[]
  answer?: Answer | undefined
}) {
  if (buttons.length === 0) return null
  return (
    <ul class="answers" aria-label={t.thread.replies}>
      {buttons.map((button, place) =>
        'url' in button ? (
          <li key={place} class="is-link" dir="auto">
            <a href={button.url} target="_blank" rel="noopener noreferrer">
              {button.title}
              <span class="sr-only">{t.thread.opensNewTab}</span>
            </a>
          </li>
        ) : (
          <Choice key={button.id} button={button} answer={answer} />
        )
      )}
    </ul>
  )
}

const ShownCard = ({ card, answer }: { card: Card; answer?: Answer | undefined }) => (
  <li class="shown-card">
    {card.image && <SentFile file={card.image} />}
    <div class="shown-title text" dir="auto">
      {drawMarks(card.title, h)}
    </div>
    {card.text && (
      <div class="text" dir="auto">
        {drawMarks(card.text, h)}
      </div>
    )}
    <Choices buttons={card.buttons ?? []} answer={answer} />
  </li>
)

/** What a question is answered with, until it is answered: then the answer. */
function fieldWords(
  { id, type, choices, required }: FormContent['fields'][number],
  answer?: Answer
) {
  if (answer) {
    return answer.values?.find(value => value.id === id)?.value ?? t.asks.shown.empty
  }
  const kind = choices?.join(' / ') ?? t.asks.form.types[type]
  return required ? `${kind}, ${t.asks.shown.required}` : kind
}

function ShownForm({ content, answer }: ContentProps<FormContent>) {
  const filled = answer?.values && answer
  return (
    <div class="shown-form">
      <dl>
        {content.fields.map(field => (
          <div key={field.id}>
            <dt dir="auto">{field.label}</dt>
            <dd
              dir="auto"
              class={filled?.values?.some(({ id }) => id === field.id) ? 'is-filled' : ''}
            >
              {fieldWords(field, filled)}
            </dd>
          </div>
        ))}
      </dl>
      <p class="hint">{filled ? t.asks.shown.answered : t.asks.shown.unanswered}</p>
    </div>
  )
}

/** What a message asks or shows beside its words, with what was answered. */
export function ShownContent({ content, answer }: ContentProps) {
  if (content.kind === 'replies') return <Choices buttons={content.replies} answer={answer} />
  if (content.kind === 'form') return <ShownForm content={content} answer={answer} />
  return (
    <ul class="shown-cards">
      {content.cards.map((card, place) => (
        <ShownCard key={place} card={card} answer={answer} />
      ))}
    </ul>
  )
}
