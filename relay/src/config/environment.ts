import { type Problem, partOf } from './problems.ts'

/** Variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>

const PREFIX = 'env:'

/** Reads every string `env:NAME` in a configuration from the environment. What is not there becomes a problem of its path. */
export function resolveEnvironment(
  value: unknown,
  env: Environment
): { value: unknown; problems: Problem[] } {
  const problems: Problem[] = []

  const resolve = (part: unknown, path: string): unknown => {
    if (typeof part === 'string') return part.startsWith(PREFIX) ? read(part, path) : part
    if (Array.isArray(part)) return part.map((item, index) => resolve(item, partOf(path, index)))
    if (typeof part !== 'object' || part === null) return part
    const entries = Object.entries(part).filter(([, child]) => child !== undefined)
    return Object.fromEntries(
      entries.map(([key, child]) => [key, resolve(child, partOf(path, key))])
    )
  }

  const read = (part: string, path: string): string => {
    const name = part.slice(PREFIX.length)
    const found = env[name]
    if (found) return found
    const message = `asks for the environment variable ${name || '(no name)'}, which is not set`
    problems.push({ path, message, hint: `Set ${name}, or put the value here.` })
    return part
  }

  return { value: resolve(value, ''), problems }
}
