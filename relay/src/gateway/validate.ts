import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Refused } from '../core/refusal.ts'

/** Reads a value by a schema, compiled once. @throws {Refused} `invalid`, with the path of the first mistake */
export type Check<Schema extends TSchema> = (value: unknown) => Static<Schema>

/** Compiles the check of a body. */
export function checkOf<Schema extends TSchema>(schema: Schema): Check<Schema> {
  const compiled = Compile(schema)
  return value => {
    if (compiled.Check(value)) return value as Static<Schema>
    throw refusalOf(compiled.Errors(value)[0])
  }
}

/** Compiles the check of a query, whose values all come as text. */
export function checkQueryOf<Schema extends TSchema>(schema: Schema): Check<Schema> {
  const compiled = Compile(schema)
  return value => {
    const converted = compiled.Convert({ ...Object(value) })
    if (compiled.Check(converted)) return converted as Static<Schema>
    throw refusalOf(compiled.Errors(converted)[0])
  }
}

type Mistake = { instancePath: string; message: string; keyword: string; params: object }

function refusalOf(mistake: Mistake | undefined): Refused {
  if (!mistake) return new Refused('invalid', 'The request is not as it should be.')
  const { instancePath, message, keyword, params } = mistake
  const missing =
    keyword === 'required' && 'requiredProperties' in params
      ? [params.requiredProperties].flat()
      : []
  const path = dotted([...instancePath.split('/').slice(1), ...missing.slice(0, 1).map(String)])
  const words = missing.length > 0 ? 'is missing' : message
  return new Refused('invalid', `${path || 'The request'} ${words}.`, path || undefined)
}

/** `batch[3].event` */
const dotted = (steps: string[]): string =>
  steps
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
    .join('')
