import { type TSchema, Type } from 'typebox'
import { type Entry as EntryType, entries } from './entry.ts'

/** Any entry, as one schema. Apart from `entry.ts` so that its long union is spelled once. */
export const Entry = Type.Unsafe<EntryType>(Type.Union(Object.values(entries) as TSchema[]))
