import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { type AgentClientFrame, agentClientFrames } from './agent-frame.ts'
import { type ClientFrame, clientFrames } from './client-frame.ts'

/** Compiled checks, for the relay. Apart from the schemas so that a page importing types pays nothing. */

export type Parsed<Frame> =
  | { ok: true; frame: Frame }
  | { ok: false; error: 'bad_json' | 'unknown_type' | 'bad_shape' }

const parserOf = <Frame>(schemas: Record<string, TSchema>) => {
  // A Map, not an object: the peer chooses this name, so it must never reach a prototype.
  const checks = new Map(Object.entries(schemas).map(([type, schema]) => [type, Compile(schema)]))
  return (raw: string): Parsed<Frame> => {
    let value: { type?: unknown }
    try {
      value = Object(JSON.parse(raw))
    } catch {
      return { ok: false, error: 'bad_json' }
    }
    const check = checks.get(String(value.type))
    if (!check) return { ok: false, error: 'unknown_type' }
    return check.Check(value)
      ? { ok: true, frame: value as Frame }
      : { ok: false, error: 'bad_shape' }
  }
}

/** Reads one frame of a page. */
export const parseClientFrame = parserOf<ClientFrame>(clientFrames)

/** Reads one frame of an inbox. */
export const parseAgentFrame = parserOf<AgentClientFrame>(agentClientFrames)
