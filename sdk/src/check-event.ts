import type { EventSchemas, Issue } from './schema.ts'
import { warnOnce } from './warn-once.ts'

/** Looks at an event's properties. Returns the paths of what is wrong, if anything is. */
export type CheckEvent = (event: string, properties: unknown) => string[] | undefined

/** Checks events by their validators, and tells the developer once for each event. Never throws. */
export const checkBy =
  (schemas: EventSchemas): CheckEvent =>
  (event, properties) => {
    const name = `track “${event}”`
    if (!Object.hasOwn(schemas, event)) return complain(name, [{ message: 'is not in the plan' }])
    const schema = schemas[event]
    if (!schema) {
      return properties === undefined
        ? undefined
        : complain(name, [{ message: 'has no properties in the plan' }])
    }
    try {
      const result = schema['~standard'].validate(properties)
      if (!('then' in result)) return complain(name, result.issues)
      // The event does not wait: it goes unmarked.
      result.then(late => complain(name, late.issues)).catch(error => fail(name, error))
    } catch (error) {
      fail(name, error)
    }
    return undefined
  }

function complain(name: string, issues: readonly Issue[] = []): string[] | undefined {
  if (!issues.length) return undefined
  const told = issues.map(issue => ({ path: pathOf(issue), message: issue.message }))
  const list = told.map(({ path, message }) => (path ? `${path}: ${message}` : message))
  warnOnce(`${name}: ${list.join('; ')}. It is sent all the same.`, name)
  return told.map(({ path }) => path)
}

const fail = (name: string, error: unknown) => warnOnce(`${name}: its validator failed: ${error}`)

const pathOf = ({ path = [] }: Issue): string =>
  path.map(step => String(typeof step === 'object' ? step.key : step)).join('.')
