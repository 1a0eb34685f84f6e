/** A record whose fields `Key` are kept as JSON text. */
export type Packed<Model, Key extends keyof Model> = Omit<Model, Key> & {
  [Name in Key]: string | Extract<Model[Name], null>
}

type Loose = Record<string, unknown>

const convert = (record: Loose, keys: readonly string[], change: (value: unknown) => unknown) => {
  const converted = { ...record }
  for (const key of keys) {
    // Null is the database's own null, and what a partial change leaves out stays out.
    if (converted[key] !== null && converted[key] !== undefined) {
      converted[key] = change(converted[key])
    }
  }
  return converted
}

/** Turns the nested fields of a record, or of a part of one, into JSON text. */
export const pack = <Model extends object, Key extends keyof Model & string>(
  record: Model,
  keys: readonly Key[]
) => convert(record as Loose, keys, value => JSON.stringify(value)) as Packed<Model, Key>

/** The inverse of `pack`. */
export const unpack = <Model extends object, Key extends keyof Model & string>(
  row: Packed<Model, Key>,
  keys: readonly Key[]
) => convert(row as Loose, keys, text => JSON.parse(text as string)) as unknown as Model
