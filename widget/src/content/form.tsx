import type { FormContent, FormField } from '@segue/sdk'
import { useState } from 'preact/hooks'
import { usePanel } from '../components/context.ts'
import { Icon } from '../components/icon.tsx'
import { CHECK } from '../components/icons.ts'
import { useAnswer } from './use-answer.ts'

type Values = Readonly<Record<string, string>>

/** What is typed outlives a bubble that scrolls out of sight, and a closed panel. By the message's id. */
const drafts = new Map<string, Values>()

/** As strict as the relay, so that nobody waits to hear of a mistake. */
const FITS: Readonly<Record<string, RegExp>> = {
  email: /^[^\s@]+@[^\s@]+$/,
  tel: /^[\d\s+().-]{3,32}$/,
  number: /^-?\d{1,15}([.,]\d{1,6})?$/
}

const KEYBOARD: Readonly<Record<string, object>> = {
  email: { type: 'email', autocomplete: 'email', dir: 'ltr' },
  tel: { type: 'tel', autocomplete: 'tel', dir: 'ltr' },
  // Not type=number: it eats what it does not understand, and a wheel turns it.
  number: { inputmode: 'decimal', dir: 'ltr' }
}

interface FieldProps {
  field: FormField
  /** Unique in the panel. */
  name: string
  value: string
  problem: string | undefined
  set(value: string): void
}

function Field({ field, name, value, problem, set }: FieldProps) {
  const { words } = usePanel()
  const { label, type, choices = [], required = false } = field
  const common = {
    id: name,
    name,
    value,
    'aria-required': required,
    'aria-invalid': !!problem,
    ...(problem && { 'aria-describedby': `${name}-problem` }),
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => set(currentTarget.value)
  }
  return (
    <div class="question">
      <label for={name}>
        {label}
        {!required && <span class="optional"> ({words.optional})</span>}
      </label>
      {type === 'choice' ? (
        <select {...common}>
          <option value="" />
          {choices.map(choice => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : type === 'long' ? (
        <textarea {...common} rows={3} maxLength={2000} dir="auto" />
      ) : (
        <input dir="auto" maxLength={500} {...KEYBOARD[type]} {...common} />
      )}
      {problem && (
        <p class="problem" id={`${name}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}

/** A form that is answered once, in one message. */
export function Form({ id, form }: { id: string; form: FormContent }) {
  const { words } = usePanel()
  const { isAnswered, give } = useAnswer(id)
  const [values, setValues] = useState<Values>(drafts.get(id) ?? {})
  const [checked, setChecked] = useState(false)
  if (isAnswered) {
    return (
      <p class="answered">
        <Icon path={CHECK} size={16} /> {words.answered}
      </p>
    )
  }

  const problemOf = ({ id, type, required }: FormField): string | undefined => {
    const value = values[id]?.trim() ?? ''
    if (!value) return required ? words.fillIn : undefined
    return (FITS[type]?.test(value) ?? true) ? undefined : words.checkThis
  }
  const set = (field: string) => (value: string) => {
    const next = { ...values, [field]: value }
    drafts.set(id, next)
    setValues(next)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const box = event.currentTarget as HTMLFormElement
    const wrong = form.fields.find(problemOf)
    const filled = form.fields.filter(({ id }) => values[id]?.trim())
    const first = wrong ?? (filled.length === 0 ? form.fields[0] : undefined)
    setChecked(true)
    if (first) return box.querySelector<HTMLElement>(`[name="${id}-${first.id}"]`)?.focus()
    const text = filled.map(field => `${field.label}: ${values[field.id]!.trim()}`).join('\n')
    drafts.delete(id)
    give(
      text,
      { values: Object.fromEntries(filled.map(field => [field.id, values[field.id]!])) },
      box
    )
  }

  return (
    <form class="form" noValidate onSubmit={submit}>
      {form.fields.map(field => (
        <Field
          key={field.id}
          field={field}
          name={`${id}-${field.id}`}
          value={values[field.id] ?? ''}
          problem={checked ? problemOf(field) : undefined}
          set={set(field.id)}
        />
      ))}
      <button type="submit" class="filled">
        {form.submit ?? words.send}
      </button>
    </form>
  )
}
