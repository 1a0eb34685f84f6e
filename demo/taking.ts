import type { RequestHandler } from 'express'
import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'

/** A route that takes JSON of this shape, and answers with what comes of it. */
export function taking<Schema extends TSchema>(
  schema: Schema,
  act: (given: Static<Schema>) => unknown
): RequestHandler {
  const shape = Compile(schema)
  return (req, res) => {
    const given: unknown = req.body
    if (shape.Check(given)) return res.json(act(given as Static<Schema>) ?? {})
    const [wrong] = shape.Errors(given)
    const message = `${wrong?.instancePath ?? ''} ${wrong?.message ?? 'is not right'}`.trim()
    res.status(400).json({ error: { code: 'bad_request', message } })
  }
}
