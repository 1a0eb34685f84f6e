import type { FormField } from '@segue/sdk/protocol'
import { type FieldLine, MOST } from '../fold/ask-draft.ts'
import { fieldId } from '../fold/ask-problems.ts'
import { t } from '../strings.ts'
import { AskField, AskInput } from './ask-input.tsx'

const TYPES = Object.entries(t.asks.form.types) as [FormField['type'], string][]

/** Room for as many choices as there may be, their lines among them. */
const MOST_CHOICES = (MOST.fieldChoice + 1) * MOST.fieldChoices

/** One question of a form as it is written. */
export function AskQuestion({
  field,
  change
}: {
  field: FieldLine
  change: (to: Partial<FieldLine>) => void
}) {
  const words = t.asks.form
  return (
    <>
      <AskInput
        id={fieldId('label', field)}
        label={words.label}
        value={field.label}
        most={MOST.label}
        write={label => change({ label })}
      />
      <AskField id={fieldId('type', field)} label={words.type}>
        {aria => (
          <select
            {...aria}
            value={field.type}
            onChange={event => change({ type: event.currentTarget.value as FieldLine['type'] })}
          >
            {TYPES.map(([type, name]) => (
              <option key={type} value={type}>
                {name}
              </option>
            ))}
          </select>
        )}
      </AskField>
      {field.type === 'choice' && (
        <AskInput
          id={fieldId('choices', field)}
          label={words.choices}
          hint={words.choicesHint}
          long
          value={field.choices}
          most={MOST_CHOICES}
          write={choices => change({ choices })}
        />
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={field.required}
          onChange={event => change({ required: event.currentTarget.checked })}
        />
        <span>{words.required}</span>
      </label>
    </>
  )
}
