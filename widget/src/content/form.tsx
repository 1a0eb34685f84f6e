import type { FormContent } from '@segue/sdk'
import { useState } from 'preact/hooks'
import { usePanel } from '../components/context.ts'
import { Icon } from '../components/icon.tsx'
import { CHECK } from '../components/icons.ts'
import { Field, useProblems, type Values } from './fields.tsx'
import { useAnswer } from './use-answer.ts'

/** What is typed outlives a bubble that scrolls out of sight, and a closed panel. By the message's id. */
const drafts = new Map<string, Values>()

/** A form that is answered once, in one message. */
export function Form({ id, form }: { id: string; form: FormContent }) {
  const { words } = usePanel()
  const { isAnswered, give } = useAnswer(id)
  const [values, setValues] = useState<Values>(drafts.get(id) ?? {})
  const [checked, setChecked] = useState(false)
  const problemOf = useProblems(values)
  if (isAnswered) {
    return (
      <p class="answered">
        <Icon path={CHECK} size={16} /> {words.answered}
      </p>
    )
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
