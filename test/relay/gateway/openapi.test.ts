import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestRelay, type TestRelay, testAgent } from '../../doubles/relay.ts'

interface Operation {
  summary: string
  operationId: string
  parameters: { name: string; in: string }[]
  responses: Record<string, unknown>
}
interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}

let relay: TestRelay
let document: Document
beforeAll(async () => {
  relay = await startTestRelay()
  document = (await (await fetch(`${relay.url}/openapi.json`)).json()) as Document
})
afterAll(() => relay.close())

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
  )

describe('/openapi.json', () => {
  it('covers what every kind of caller needs', () => {
    expect(document.openapi).toBe('3.1.0')
    for (const path of [
      '/v1/session',
      '/v1/poll',
      '/v1/batch',
      '/v1/agent/conversations/{id}/messages',
      '/v1/agent/files',
      '/v1/files/{id}',
      '/webhooks/{account}',
      '/readyz',
      '/openapi.json'
    ]) {
      expect(Object.keys(document.paths)).toContain(path)
    }
  })

  it('names every operation once, and says what each path holds', () => {
    const ids = operations().map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { path, operation } of operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const described = operation.parameters.filter(parameter => parameter.in === 'path')
      expect(described.map(({ name }) => name)).toEqual(inPath)
      expect(operation.summary).toMatch(/\.$/)
    }
  })

  it('refers only to schemas that are there', () => {
    const text = JSON.stringify(document)
    const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!)
    expect(names.length).toBeGreaterThan(20)
    for (const name of names) expect(document.components.schemas).toHaveProperty(name)
  })

  it('names only routes that answer', async () => {
    for (const { path, method } of operations()) {
      const reply = await fetch(relay.url + path.replace(/\{\w+\}/, 'none'), {
        method: method.toUpperCase(),
        headers: { authorization: `Bearer ${testAgent.token}` },
        ...(method === 'post' ? { body: '{}' } : {})
      })
      const text = await reply.text()
      // A path nobody serves is answered in just these words.
      expect(text, `${method} ${path}`).not.toContain('There is nothing here')
      expect(reply.status, `${method} ${path}`).toBeLessThan(500)
    }
  })
})
