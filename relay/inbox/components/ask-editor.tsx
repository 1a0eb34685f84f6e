import { MAX_TEXT } from '@segue/sdk/protocol'
import { type AskDraft, MOST, newCard, newChoice, newField } from '../fold/ask-draft.ts'
import { fieldId } from '../fold/ask-problems.ts'
import { t } from '../strings.ts'
import { AskCard } from './ask-card.tsx'
import { AskInput } from './ask-input.tsx'
import { AskLines } from './ask-lines.tsx'
import { AskQuestion } from './ask-question.tsx'

interface AskEditorProps {
  conversation: string
  draft: AskDraft
  change: (to: Partial<AskDraft>) => void
}

const Choices = ({ draft, change }: AskEditorProps) => (
  <AskLines
    noun="choice"
    lines={draft.choices}
    least={1}
    most={MOST.choices}
    make={newChoice}
    write={choices => change({ choices })}
    byEnter
    draw={(line, to, place) => (
      <AskInput
        id={fieldId('title', line)}
        label={t.asks.choice(place)}
        quiet
        value={line.title}
        most={MOST.title}
        write={title => to({ title })}
      />
    )}
  />
)

const Cards = ({ conversation, draft, change }: AskEditorProps) => (
  <AskLines
    noun="card"
    lines={draft.cards}
    least={1}
    most={MOST.cards}
    make={newCard}
    write={cards => change({ cards })}
    draw={(card, to) => <AskCard conversation={conversation} card={card} change={to} />}
  />
)

const Form = ({ draft, change }: AskEditorProps) => (
  <>
    <AskLines
      noun="field"
      lines={draft.fields}
      least={1}
      most={MOST.fields}
      make={newField}
      write={fields => change({ fields })}
      draw={(field, to) => <AskQuestion field={field} change={to} />}
    />
    <AskInput
      id={fieldId('submit')}
      label={t.asks.form.submit}
      hint={t.asks.form.submitHint}
      value={draft.submit}
      most={MOST.title}
      write={submit => change({ submit })}
    />
  </>
)

const EDITORS = { replies: Choices, cards: Cards, form: Form }

/** What is asked, and the lines of the kind that was chosen. */
export function AskEditor(props: AskEditorProps) {
  const { draft, change } = props
  const Lines = EDITORS[draft.kind]
  return (
    <>
      <AskInput
        id={fieldId('text')}
        label={draft.kind === 'cards' ? t.asks.above : t.asks.question}
        long
        value={draft.text}
        most={MAX_TEXT}
        write={text => change({ text })}
      />
      <Lines {...props} />
    </>
  )
}
