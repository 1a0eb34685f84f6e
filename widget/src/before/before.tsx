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

/** Answers as the relay takes them. */
const toldOf = (fields: readonly BeforeField[], values: Values) =>
  Object.fromEntries(
    fields.flatMap(({ id, type }) => {
      const value = values[id]?.trim()
      return value ? [[id, type === 'checkbox' || value]] : []
    })
  )

/** What the page has told of its visitor, as answers. */
function valuesOf(fields: readonly BeforeField[], known: Record<string, unknown>): Values {
  const name = [known.firstName, known.lastName].filter(Boolean).join(' ')
  const told: Record<string, unknown> = { ...known, name: known.name || name }
  return Object.fromEntries(
    fields.flatMap(({ id }) => {
      const value = told[id]
      return value && typeof value !== 'object' ? [[id, String(value).slice(0, 500)]] : []
    })
  )
}

/** Whether nothing has been said, as far as can be known. */
function useEmpty(): boolean {
  const { conversation, isNew } = usePanel()
  const rows = useStore(conversation.$timeline)
  const earlier = useStore(conversation.$earlier)
  const online = useStore(conversation.$connection) === 'online'
  return (isNew || online) && !rows.length && !earlier
}

/** The questions that are left, and what has been answered: by this visitor, in this tab. */
function useAsked({ form, visitor, refused }: Asking) {
  const { chat, site } = usePanel()
  const [fields, ask] = useState<readonly BeforeField[]>()
  const [values, setValues] = useState<Values>({})
  /** What the page has told by itself: the relay may not know it, and must not have to wait for it. */
  const [told, setTold] = useState<Values>({})

  const introduce = (answers: Values) => chat.introduce(toldOf(form.fields, answers))

  useEffect(() => {
    const { done, values: typed = {} } = readKept(site, visitor) ?? {}
    if (done && !refused) return void introduce(typed)
    setValues(typed)
    const begin = (known: Values) => {
      setTold(known)
      // What was told and refused all the same is asked: it may not be what the site takes.
      const left = form.fields.filter(({ id }) => refused || !known[id])
      if (left.length) ask(left)
      else introduce(known)
    }
    // A chat that is on its way answers later.
    Promise.resolve(chat.known()).then(
      (known: unknown) => begin(valuesOf(form.fields, Object(known))),
      () => {}
    )
  }, [])

  return {
    ...{ fields, values },
    set: (id: string) => (value: string) => {
      const next = { ...values, [id]: value }
      writeKept(site, { visitor, values: next })
      setValues(next)
    },
    finish(answers: Values) {
      const values = { ...told, ...answers }
      writeKept(site, { visitor, values, done: true })
      introduce(values)
      ask([])
    }
  }
}

interface Asking {
  form: BeforeForm
  visitor: string
  /** Whether something was written that has to wait for the answers. */
  refused: boolean
}

function Asking(asking: Asking) {
  const late = useLate()
  const { fields = [], ...asked } = useAsked(asking)
  if (!late || !fields.length) return null
  return <Questions {...asked} fields={fields} required={asking.form.required} late={late} />
}

/** What the site wants to know before the first message, as far as it does not know it. */
export function Before() {
  const { $session, $pending } = usePanel().conversation
  const { before: form, visitor = '' } = useStore($session) ?? {}
  const refused = useStore($pending).some(({ error }) => error === 'unanswered')
  const wanted = useEmpty() || refused
  if (!form || !wanted) return null
  return <Asking key={`${refused} ${visitor}`} {...{ form, visitor, refused }} />
}

interface QuestionsProps extends Omit<ReturnType<typeof useAsked>, 'fields'> {
  fields: readonly BeforeField[]
  required: boolean
  late: LateWords
}

function Questions({ required, fields, values, set, finish, late }: QuestionsProps) {
  const { $asks, $phone } = usePanel()
  const [checked, setChecked] = useState(false)
  const box = useRef<HTMLFormElement>(null)
  const problemOf = useProblems(values, late.before.agree)
  const labels: Readonly<Record<string, unknown>> = late.before
  const labelled = fields.map(field => ({
    ...field,
    label: field.label ?? String(labels[field.id])
  }))
  const wrong = labelled.filter(problemOf)

  // It stands where one writes.
  useLayoutEffect(() => {
    $asks.set(true)
    return () => $asks.set(false)
  }, [])
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
        {!required && (
          <button type="button" class="text" onClick={() => leave({})}>
            {late.before.skip}
          </button>
        )}
      </div>
    </form>
  )
}
