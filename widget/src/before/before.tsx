import type { BeforeField, BeforeForm } from '@segue/sdk'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { usePanel } from '../components/context.ts'
import { useLate } from '../components/use-late.ts'
import { useStore } from '../components/use-store.ts'
import { Field, css as fieldsCss, useProblems, type Values } from '../content/fields.tsx'
import type { LateWords } from '../strings/words.ts'
import beforeCss from './before.css?inline'
import { readKept, writeKept } from './kept.ts'

export const css = [fieldsCss, beforeCss].join('')

/** Whether the page has told it by itself. */
const isTold = (known: Record<string, unknown>, id: string): boolean =>
  !!known[id] || (id === 'name' && !!(known.firstName || known.lastName))

/** Answers as the relay takes them. */
const toldOf = (fields: readonly BeforeField[], values: Values) =>
  Object.fromEntries(
    fields.flatMap(({ id, type }) => {
      const value = values[id]?.trim()
      return value ? [[id, type === 'checkbox' || value]] : []
    })
  )

/** The questions that are left, and what has been answered: by this visitor, in this tab. */
function useAsked(form: BeforeForm) {
  const { $asked, chat, conversation, site } = usePanel()
  const visitor = useStore(conversation.$session)!.visitor
  const [fields, ask] = useState<readonly BeforeField[]>()
  const [values, setValues] = useState<Values>({})

  const finish = (answers: Values) => {
    writeKept(site, { visitor, values: answers, done: true })
    chat.introduce(toldOf(form.fields, answers))
    $asked.set(visitor)
  }

  useEffect(() => {
    const { done = false, values: typed = {} } = readKept(site, visitor) ?? {}
    // A chat that is on its way answers later.
    Promise.resolve(chat.known()).then(
      (known: unknown) => {
        const left = form.fields.filter(({ id }) => !isTold(Object(known), id))
        if (done || !left.length) finish(typed)
        else {
          setValues(typed)
          ask(left)
        }
      },
      () => $asked.set(visitor)
    )
  }, [])

  return {
    ...{ fields, values, finish },
    set: (id: string) => (value: string) => {
      const next = { ...values, [id]: value }
      writeKept(site, { visitor, values: next })
      setValues(next)
    }
  }
}

interface Props {
  form: BeforeForm
  /** Told once it is there to be filled in. */
  shown(): void
}

/** What the site wants to know before the first message, as far as it does not know it. */
export function Before({ form, shown }: Props) {
  const late = useLate()
  const asked = useAsked(form)
  return late && asked.fields ? (
    <Questions {...asked} fields={asked.fields} form={form} late={late} shown={shown} />
  ) : null
}

interface QuestionsProps extends Props, Omit<ReturnType<typeof useAsked>, 'fields'> {
  fields: readonly BeforeField[]
  late: LateWords
}

function Questions({ form, fields, values, set, finish, late, shown }: QuestionsProps) {
  const { $phone } = usePanel()
  const [checked, setChecked] = useState(false)
  const box = useRef<HTMLFormElement>(null)
  const problemOf = useProblems(values, late.before.agree)
  const labels: Readonly<Record<string, unknown>> = late.before
  const labelled = fields.map(field => ({
    ...field,
    label: field.label ?? String(labels[field.id])
  }))
  const wrong = labelled.filter(problemOf)

  useLayoutEffect(shown, [])
  // On a phone the focus would raise the keyboard over what the visitor came to read.
  useEffect(() => {
    if (!$phone.get())
      box.current!.querySelector<HTMLElement>('[name]')?.focus({ preventScroll: true })
  }, [])

  const leave = (answers: Values) => {
    const root = box.current!.getRootNode() as ShadowRoot
    // What had the focus goes; on a desktop the field of the chat takes it.
    root.querySelector<HTMLElement>('.log')?.focus({ preventScroll: true })
    finish(answers)
  }
  const submit = (event: Event) => {
    event.preventDefault()
    setChecked(true)
    if (!wrong[0]) return leave(values)
    box.current!.querySelector<HTMLElement>(`[name="before-${wrong[0].id}"]`)!.focus()
  }

  return (
    <form ref={box} class="before" noValidate aria-labelledby="segue-before" onSubmit={submit}>
      <h3 id="segue-before">{late.before.title}</h3>
      {labelled.map(field => (
        <Field
          key={field.id}
          field={field}
          name={`before-${field.id}`}
          value={values[field.id] ?? ''}
          problem={checked ? problemOf(field) : undefined}
          set={set(field.id)}
        />
      ))}
      <p class="problem" role="status">
        {checked && wrong.length > 0 && late.before.wrong({ count: wrong.length })}
      </p>
      <div class="acts">
        <button type="submit" class="filled">
          {late.before.start}
        </button>
        {!form.required && (
          <button type="button" class="text" onClick={() => leave({})}>
            {late.before.skip}
          </button>
        )}
      </div>
    </form>
  )
}
