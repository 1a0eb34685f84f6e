import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Settings } from 'typebox/system'
import { nearest } from './nearest.ts'
import { type Problem, partOf } from './problems.ts'

/** More than anybody makes; by itself the library stops at eight. */
const MOST = 1000

/** Everything in a value that its schema does not allow. A schema's `description` is given as the hint. */
export function findMistakes(schema: TSchema, value: unknown, root = ''): Problem[] {
  const before = Settings.Get().maxErrors
  Settings.Set({ maxErrors: MOST })
  try {
    const errors = Compile(schema).Errors(value)
    return errors.flatMap(error => problemsOf(error, schema, root))
  } finally {
    Settings.Set({ maxErrors: before })
  }
}

type Mistake = ReturnType<ReturnType<typeof Compile>['Errors']>[number]

function problemsOf(mistake: Mistake, schema: TSchema, root: string): Problem[] {
  const steps = mistake.instancePath.split('/').slice(1)
  const path = steps.reduce((at, step) => partOf(at, asIndex(step)), root)
  const part = schemaAt(schema, steps)
  const hint = part?.description ? { hint: part.description } : {}
  switch (mistake.keyword) {
    case 'boolean':
      // An unknown setting a second time, seen from inside.
      return []
    case 'additionalProperties':
      return mistake.params.additionalProperties.map(name => unknownSetting(path, name, part))
    case 'required':
      return mistake.params.requiredProperties.map(name => ({
        path: partOf(path, name),
        message: 'is missing',
        ...hintOf(part?.properties?.[name])
      }))
    case 'minLength': {
      const { limit } = mistake.params
      const message = limit === 1 ? 'is empty' : `is too short: at least ${limit} characters`
      return [{ path, message, ...hint }]
    }
    case 'pattern':
      return [{ path, message: 'is not in the right form', ...hint }]
    case 'enum':
      return [{ path, message: `must be one of: ${mistake.params.allowedValues.join(', ')}` }]
    default:
      return [{ path, message: mistake.message, ...hint }]
  }
}

interface Part {
  description?: string
  properties?: Record<string, Part>
  items?: Part
}

const hintOf = (part: Part | undefined) => (part?.description ? { hint: part.description } : {})

const asIndex = (step: string): string | number => (/^\d+$/.test(step) ? Number(step) : step)

const schemaAt = (schema: Part, steps: string[]): Part | undefined =>
  steps.reduce<Part | undefined>((part, step) => part?.properties?.[step] ?? part?.items, schema)

function unknownSetting(path: string, name: string, part: Part | undefined): Problem {
  const known = Object.keys(part?.properties ?? {})
  const meant = nearest(name, known)
  const hint = meant ? `Did you mean ${meant}?` : `Known here: ${known.join(', ')}.`
  return { path: partOf(path, name), message: 'is not a setting', hint }
}
