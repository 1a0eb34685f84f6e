import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { AskProblems } from './ask-problems.ts'

/** What ties a field to its hint and its mistake: properties for the field, and the words that stand under it. */
export function useAskField(id: string, hint?: string) {
  const problem = useContext(AskProblems).get(id)
  const notes = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  const aria = {
    id,
    ...(problem && { 'aria-invalid': true }),
    ...(notes && { 'aria-describedby': notes })
  }
  const under = (
    <>
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {problem && (
        <span class="ask-problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </>
  )
  return { aria, under }
}

interface AskFieldProps {
  id: string
  label: string
  /** The label is for screen readers alone: the place says enough to the eye. */
  quiet?: boolean
  hint?: string
  children: (aria: ReturnType<typeof useAskField>['aria']) => ComponentChildren
}

/** A field under its label, with what is wrong below. */
export function AskField({ id, label, quiet, hint, children }: AskFieldProps) {
  const { aria, under } = useAskField(id, hint)
  return (
    <div class="ask-field">
      <label for={id} class={quiet ? 'sr-only' : ''}>
        {label}
      </label>
      {children(aria)}
      {under}
    </div>
  )
}

interface AskInputProps extends Omit<AskFieldProps, 'children'> {
  value: string
  /** Characters it takes at most. */
  most: number
  /** More than one line fits. */
  long?: boolean
  type?: 'text' | 'url'
  write: (value: string) => void
}

/** A field for words. Near its limit it says how many are left to the eye; it takes no more. */
export function AskInput({ value, most, long, type = 'text', write, ...field }: AskInputProps) {
  const isNear = value.length >= most * 0.75
  return (
    <AskField {...field}>
      {aria => (
        <span class="ask-input">
          {long ? (
            <textarea
              {...aria}
              rows={2}
              dir="auto"
              maxLength={most}
              value={value}
              onInput={event => write(event.currentTarget.value)}
            />
          ) : (
            <input
              {...aria}
              type="text"
              inputMode={type}
              dir={type === 'url' ? 'ltr' : 'auto'}
              autocomplete="off"
              maxLength={most}
              value={value}
              onInput={event => write(event.currentTarget.value)}
            />
          )}
          {isNear && (
            <span class="ask-count" aria-hidden="true">
              {value.length}/{most}
            </span>
          )}
        </span>
      )}
    </AskField>
  )
}
