import { partOf } from './problems.ts'

/** A string of the configuration: where it is, and what kind of place that is. */
export interface Placed {
  /** `sites[0].origins[1]` */
  path: string
  /** `sites[].origins[]` */
  kind: string
  value: string
}

/** Every string in a configuration, with its place. */
export function stringsIn(value: unknown, path = '', kind = ''): Placed[] {
  if (typeof value === 'string') return [{ path, kind, value }]
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => stringsIn(item, partOf(path, index), `${kind}[]`))
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) =>
    stringsIn(child, partOf(path, key), partOf(kind, key))
  )
}
