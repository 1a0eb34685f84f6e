import { type Static, Type } from 'typebox'

/** What a site asks before the first message. */

/** Longest answer, in UTF-16 code units. */
export const MAX_ANSWER = 500

/** One question. */
export const BeforeField = Type.Object({
  /** The trait its answer becomes: `name`, `email`, `phone`, or one of the site's own. */
  id: Type.String({ pattern: '^[\\w-]{1,64}$' }),
  type: Type.Enum(['text', 'long', 'email', 'tel', 'number', 'choice', 'checkbox']),
  /** In the visitor's language. Absent where the widget has words of its own: for a name, a mail address and a phone number. */
  label: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
  /** Of a `choice`. */
  choices: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 80 }))),
  required: Type.Optional(Type.Boolean())
})
export type BeforeField = Static<typeof BeforeField>

/** The questions whose answers are not known yet. Never empty. */
export const BeforeForm = Type.Object({
  fields: Type.Array(BeforeField, { minItems: 1 }),
  /** Whether it must be filled in before anything is written. */
  required: Type.Boolean()
})
export type BeforeForm = Static<typeof BeforeForm>

/** What a visitor says of themselves, by the ids of the questions. Nobody has proved it. */
export const ToldTraits = Type.Record(
  Type.String({ maxLength: 64 }),
  Type.Union([Type.String({ maxLength: MAX_ANSWER }), Type.Boolean()]),
  { maxProperties: 20 }
)
export type ToldTraits = Static<typeof ToldTraits>
