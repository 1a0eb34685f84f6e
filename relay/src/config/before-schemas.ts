import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }

/** By BCP 47 tag. */
const Label = Type.Record(Type.String(), Type.String({ minLength: 1, maxLength: 300 }))
const Choices = Type.Record(
  Type.String(),
  Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { minItems: 2, maxItems: 20 })
)

/** One question before the first message. Its answer becomes the trait of its `id`. */
export const QuestionSchema = Type.Object(
  {
    /** `name`, `email` and `phone` need nothing else: the widget has words for them. */
    id: Type.String({
      pattern: '^[\\w-]{1,64}$',
      description: 'Use letters, digits, - and _; at most 64.'
    }),
    /** @default text, and of `email` and `phone` their own */
    type: Type.Optional(
      Type.Enum(['text', 'long', 'email', 'tel', 'number', 'choice', 'checkbox'])
    ),
    /** By language: `{ en: 'Order number', sv: 'Ordernummer' }`. Of a checkbox: what is agreed to; addresses in it become links. */
    label: Type.Optional(Label),
    /** Of a `choice`, by language. */
    choices: Type.Optional(Choices),
    required: Type.Optional(Type.Boolean())
  },
  closed
)
export type QuestionConfig = Static<typeof QuestionSchema>

/** What visitors are asked before their first message, as far as it is not known. */
export const BeforeSchema = Type.Object(
  {
    /** Whether it must be answered before anything is written. @default false */
    required: Type.Optional(Type.Boolean()),
    questions: Type.Array(QuestionSchema, { minItems: 1, maxItems: 8 })
  },
  closed
)
export type BeforeConfig = Static<typeof BeforeSchema>
