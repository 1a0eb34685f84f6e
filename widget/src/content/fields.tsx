import type { BeforeField, FormField } from '@segue/sdk'
import { usePanel } from '../components/context.ts'

export { default as css } from './fields.css?inline'

export type Values = Readonly<Record<string, string>>

/** A question of a form in the thread, or of the one before it. What is ticked is kept as `yes`. */
export type FieldOf = Omit<FormField, 'type'> & Pick<BeforeField, 'type'>

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

/** What is wrong with each answer, if anything. */
export function useProblems(values: Values, agree = '') {
  const { words } = usePanel()
  return ({ id, type, required }: FieldOf): string | undefined => {
    const value = values[id]?.trim() ?? ''
    if (!value) return required ? (type === 'checkbox' && agree) || words.fillIn : undefined
    return (FITS[type]?.test(value) ?? true) ? undefined : words.checkThis
  }
}

/** Addresses in a label lead there: what is agreed to can be read. */
const withLinks = (label: string) =>
  label.split(/(https?:\/\/[^\s)]+[^\s).,])/).map((part, at) =>
    at % 2 ? (
      <a key={at} href={part} target="_blank" rel="noopener noreferrer nofollow">
        {part}
      </a>
    ) : (
      part
    )
  )

interface FieldProps {
  field: FieldOf
  /** Unique in the panel. */
  name: string
  value: string
  problem: string | undefined
  set(value: string): void
}

/** One question and its answer. */
export function Field({ field, name, value, problem, set }: FieldProps) {
  const { words } = usePanel()
  const { id, label, type, choices = [], required = false } = field
  const isTick = type === 'checkbox'
  const common = {
    id: name,
    name,
    'aria-required': required,
    'aria-invalid': !!problem,
    ...(problem && { 'aria-describedby': `${name}-problem` })
  }
  const typed = {
    ...common,
    value,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => set(currentTarget.value)
  }
  return (
    <div class={`question${isTick ? ' tick' : ''}`}>
      <label for={name}>
        {isTick ? withLinks(label) : label}
        {!required && <span class="optional"> ({words.optional})</span>}
      </label>
      {isTick ? (
        <input
          type="checkbox"
          {...common}
          checked={!!value}
          onChange={({ currentTarget }) => set(currentTarget.checked ? 'yes' : '')}
        />
      ) : type === 'choice' ? (
        <select {...typed}>
          <option value="" />
          {choices.map(choice => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : type === 'long' ? (
        <textarea {...typed} rows={3} maxLength={2000} dir="auto" />
      ) : (
        <input
          dir="auto"
          maxLength={500}
          {...(id === 'name' && { autocomplete: 'name' })}
          {...KEYBOARD[type]}
          {...typed}
        />
      )}
      {problem && (
        <p class="problem" id={`${name}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}
