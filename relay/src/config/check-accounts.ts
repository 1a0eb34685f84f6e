import { accountSchemas } from './account-schemas.ts'
import { findMistakes } from './mistakes.ts'
import { nearest } from './nearest.ts'
import { type Problem, partOf } from './problems.ts'

/** What is wrong with the accounts, each by the schema of its own channel. */
export function checkAccounts(accounts: unknown): Problem[] {
  if (!Array.isArray(accounts)) return []
  return accounts.flatMap((account, index) => checkAccount(account, partOf('accounts', index)))
}

function checkAccount(account: unknown, path: string): Problem[] {
  const channel = String(Object(account).channel ?? '')
  const known = Object.keys(accountSchemas)
  const schema = Object.entries(accountSchemas).find(([name]) => name === channel)?.[1]
  if (schema) return findMistakes(schema, account, path)
  const message = channel ? 'is no channel' : 'is missing'
  const meant = nearest(channel, known)
  const hint = meant ? `Did you mean ${meant}?` : `One of: ${known.join(', ')}.`
  return [{ path: partOf(path, 'channel'), message, hint }]
}
