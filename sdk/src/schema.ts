/** What a validator may find wrong. */
export interface Issue {
  readonly message: string
  /** The way to the property, a key a step. */
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

type Result = { readonly issues?: readonly Issue[] | undefined }

/**
 * A validator, as far as we use one: the Standard Schema (standardschema.dev), which valibot, zod, arktype and
 * others implement.
 */
export interface Schema<Input = unknown> {
  readonly '~standard': {
    readonly validate: (value: unknown) => Result | Promise<Result>
    readonly types?: { readonly input: Input } | undefined
  }
}

/** A tracking plan as validators: the name of each event, and its properties or `undefined` for none. */
export type EventSchemas = Readonly<Record<string, Schema<object | undefined> | undefined>>

/** The tracking plan that these validators are: what they take, not what they make of it. */
export type EventsOf<Schemas extends EventSchemas> = {
  -readonly [Name in keyof Schemas]: Schemas[Name] extends Schema<
    infer Input extends object | undefined
  >
    ? Input
    : undefined
}
