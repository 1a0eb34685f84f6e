import { type Static, type TSchema, Type } from 'typebox'
import { Button, FileRef, Id } from './parts.ts'

/** What a message may hold beside its text: things to choose from, cards to look through, a form to fill in. */

/** Leads to a page. */
export const LinkButton = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 20 }),
  url: Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 2000 })
})
export type LinkButton = Static<typeof LinkButton>

const cardWith = <Image extends TSchema>(image: Image) =>
  Type.Object({
    title: Type.String({ minLength: 1, maxLength: 80 }),
    text: Type.Optional(Type.String({ maxLength: 400 })),
    image: Type.Optional(image),
    /** Answers, which must not share an id with those of another card, and links. */
    buttons: Type.Optional(Type.Array(Type.Union([Button, LinkButton]), { maxItems: 3 }))
  })

/** One question of a form. */
export const FormField = Type.Object({
  id: Type.String({ pattern: '^[\\w-]{1,64}$' }),
  label: Type.String({ minLength: 1, maxLength: 80 }),
  type: Type.Enum(['text', 'long', 'email', 'tel', 'number', 'choice']),
  /** Of a `choice`. */
  choices: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { minItems: 2, maxItems: 10 })
  ),
  required: Type.Optional(Type.Boolean())
})
export type FormField = Static<typeof FormField>

const kindsWith = <Image extends TSchema>(image: Image) => ({
  /** Answers to tap. Up to three are buttons on WhatsApp, up to ten a list; where there are none they are numbered. */
  replies: Type.Object({
    kind: Type.Literal('replies'),
    replies: Type.Array(Button, { minItems: 1, maxItems: 10 })
  }),
  /** A card; several are looked through one by one. */
  cards: Type.Object({
    kind: Type.Literal('cards'),
    cards: Type.Array(cardWith(image), { minItems: 1, maxItems: 10 })
  }),
  /** Questions that are answered at once, in one message. On a phone they are read, and answered in words. */
  form: Type.Object({
    kind: Type.Literal('form'),
    fields: Type.Array(FormField, { minItems: 1, maxItems: 8 }),
    /** What the button says. */
    submit: Type.Optional(Type.String({ minLength: 1, maxLength: 20 }))
  })
})

const shown = kindsWith(FileRef)
const drafted = kindsWith(Id)

/** As readers get it. */
export const MessageContent = Type.Union([shown.replies, shown.cards, shown.form])
export type MessageContent = Static<typeof MessageContent>
export type CardsContent = Static<typeof shown.cards>
export type FormContent = Static<typeof shown.form>
export type RepliesContent = Static<typeof shown.replies>
export type Card = CardsContent['cards'][number]

/** As agents send it: pictures by the ids of uploaded files. */
export const ContentDraft = Type.Union([drafted.replies, drafted.cards, drafted.form])
export type ContentDraft = Static<typeof ContentDraft>

/** What a message answers, and how: as it is kept, with everything named. */
export const Answer = Type.Object({
  /** The message that asked. */
  to: Id,
  choice: Type.Optional(Button),
  /** The form's questions with their answers, in its order. */
  values: Type.Optional(
    Type.Array(Type.Object({ id: Type.String(), label: Type.String(), value: Type.String() }))
  )
})
export type Answer = Static<typeof Answer>

/** What a visitor answers. */
export const AnswerDraft = Type.Object({
  to: Id,
  /** The id of what was chosen. */
  choice: Type.Optional(Type.String({ maxLength: 200 })),
  /** By the ids of the form's questions. */
  values: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 2000 })))
})
export type AnswerDraft = Static<typeof AnswerDraft>
