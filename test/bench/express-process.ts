import type { AddressInfo } from 'node:net'
import express from 'express'
import { answerParent } from './answer-parent.ts'

/** The floor of the ingest: express takes a batch, reads it, and forgets it. */
const app = express()
app.post('/v1/batch', express.json({ limit: '1mb', type: () => true }), (req, res) => {
  res.json({ success: true, stored: (req.body as { batch: unknown[] }).batch.length, refused: [] })
})
const server = app.listen(0, '127.0.0.1', () =>
  answerParent((server.address() as AddressInfo).port)
)
