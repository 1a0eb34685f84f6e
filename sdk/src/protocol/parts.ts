import { type Static, Type } from 'typebox'

/** An id we minted: UUIDv7 as text. */
export const Id = Type.String({ minLength: 1, maxLength: 64 })

export const FileRef = Type.Object({
  id: Id,
  name: Type.String({ maxLength: 255 }),
  mime: Type.String({ maxLength: 127 }),
  /** Bytes. */
  size: Type.Integer({ minimum: 0 }),
  /** Where to read it, signed and expiring. Absolute. Only the relay sets it. */
  url: Type.Optional(Type.String())
})
export type FileRef = Static<typeof FileRef>

/** A ready-made answer. Networks without buttons show it as a word to send back. */
export const Button = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  title: Type.String({ minLength: 1, maxLength: 20 })
})
export type Button = Static<typeof Button>
