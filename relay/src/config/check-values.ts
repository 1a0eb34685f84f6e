import type { Problem } from './problems.ts'
import type { Placed } from './strings.ts'
import {
  checkAccountId,
  checkBus,
  checkCountry,
  checkFileStore,
  checkLanguage,
  checkNumber,
  checkOrigin,
  checkProxy,
  checkSmtp,
  checkStore,
  checkTimeZone,
  checkUrl,
  type ValueCheck
} from './value-checks.ts'

/** What a schema cannot say of a value, by the kind of its place. */
const CHECKS = new Map<string, ValueCheck>([
  ['publicUrl', checkOrigin],
  ['store', checkStore],
  ['bus', checkBus],
  ['files.store', checkFileStore],
  ['files.endpoint', checkUrl],
  ['mail.smtp', checkSmtp],
  ['push.services[]', checkOrigin],
  ['trustProxy[]', checkProxy],
  ['sites[].origins[]', checkOrigin],
  ['sites[].brand.logo', checkUrl],
  ['sites[].brand.avatar', checkUrl],
  ['sites[].languages[]', checkLanguage],
  ['sites[].identity.jwks', checkUrl],
  ['sites[].timeZone', checkTimeZone],
  ['sites[].country', checkCountry],
  ['accounts[].id', checkAccountId],
  ['accounts[].apiUrl', checkOrigin],
  ['accounts[].number', checkNumber],
  ['accounts[].from', checkNumber]
])

/** Values no two may share. */
const UNIQUE = ['sites[].key', 'accounts[].id', 'agents[].id', 'agents[].token']

/** Values that must name a site. */
const NAMES_A_SITE = new Set(['accounts[].site', 'agents[].sites[]'])

/** Everything that is wrong with single values, and between them. */
export function checkValues(strings: readonly Placed[]): Problem[] {
  return [
    ...strings.flatMap(checkOne),
    ...UNIQUE.flatMap(kind => findRepeats(strings.filter(placed => placed.kind === kind))),
    ...findStrangers(strings)
  ]
}

function checkOne({ path, kind, value }: Placed): Problem[] {
  const wrong = value === '' ? undefined : CHECKS.get(kind)?.(value)
  return wrong ? [{ path, ...wrong }] : []
}

function findRepeats(strings: readonly Placed[]): Problem[] {
  const first = new Map<string, string>()
  return strings.flatMap(({ path, value }) => {
    const other = first.get(value)
    if (other === undefined) {
      first.set(value, path)
      return []
    }
    return [{ path, message: `is the same as ${other}`, hint: 'Each needs its own.' }]
  })
}

function findStrangers(strings: readonly Placed[]): Problem[] {
  const keys = strings.filter(({ kind }) => kind === 'sites[].key').map(({ value }) => value)
  return strings
    .filter(({ kind, value }) => NAMES_A_SITE.has(kind) && !keys.includes(value))
    .map(({ path }) => ({
      path,
      message: 'names no site',
      hint: `The sites’ keys are: ${keys.join(', ')}.`
    }))
}
