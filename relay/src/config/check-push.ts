import { createECDH } from 'node:crypto'
import { type Problem, partOf } from './problems.ts'

/** What a schema cannot say of web push: keys that belong together, and sites that have none to use. */
export function checkPush(push: unknown, sites: unknown): Problem[] {
  if (push === undefined) return withoutKeys(sites)
  const { publicKey, privateKey } = Object(push)
  if (typeof publicKey !== 'string' || typeof privateKey !== 'string') return []
  if (publicOf(privateKey) === publicKey) return []
  const message = 'does not belong to push.publicKey'
  return [{ path: 'push.privateKey', message, hint: 'Make both with: npx segue-relay vapid' }]
}

function publicOf(privateKey: string): string | undefined {
  try {
    const curve = createECDH('prime256v1')
    curve.setPrivateKey(privateKey, 'base64url')
    return curve.getPublicKey('base64url')
  } catch {
    return undefined
  }
}

const withoutKeys = (sites: unknown): Problem[] =>
  (Array.isArray(sites) ? sites : []).flatMap((site, index) =>
    Object(site).push === undefined
      ? []
      : [
          {
            path: `${partOf('sites', index)}.push`,
            message: 'has no keys to push with',
            hint: 'Set push: { publicKey, privateKey, subject } for the whole relay, or leave this out.'
          }
        ]
  )
