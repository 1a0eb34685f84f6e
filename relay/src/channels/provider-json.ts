import { ChannelInputError } from '../core/channel.ts'

/** An object from outside: every field may be missing, or something else. */
export type Fields = Readonly<Record<string, unknown>>

/** The fields of an object; none when it is something else. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

/** The objects of a list; none when it is something else. */
export const listOf = (value: unknown): Fields[] =>
  Array.isArray(value) ? value.map(fieldsOf) : []

/** A text, or a number as text; empty when it is something else. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

/**
 * Reads a webhook's JSON object.
 *
 * @throws {ChannelInputError} when it is longer than `maxBytes`, or not a JSON object in UTF-8
 */
export function parseFields(body: Uint8Array, maxBytes: number): Fields {
  if (body.length > maxBytes) throw new ChannelInputError(`The body is above ${maxBytes} bytes.`)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch (cause) {
    throw new ChannelInputError('The body is not JSON in UTF-8.', { cause })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ChannelInputError('The body is not a JSON object.')
  }
  return value as Fields
}

/** Reads a provider's answer, which may be a proxy's page instead: then it has no fields. */
export function readFields(text: string): Fields {
  try {
    return fieldsOf(JSON.parse(text))
  } catch {
    return {}
  }
}
