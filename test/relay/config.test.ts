import { describe, expect, it } from 'vitest'
import { defineConfig, readConfig, warningsOf } from '../../relay/src/config.ts'
import { problemsOf } from '../doubles/config-problems.ts'
import { testAgent, testConfig, testSms, testWhatsApp } from '../doubles/relay.ts'

const good = testConfig({}, '/data')
const site = good.sites[0]!

describe('a configuration without mistakes', () => {
  it('is given in the core’s words, its defaults filled in', () => {
    const { sites, agents, accounts, dataDir, port } = readConfig({ ...good, store: undefined })
    expect(sites).toEqual([
      {
        ...{ key: 'shop', name: 'Test Shop', origins: ['http://shop.test'], country: 'SE' },
        ...{
          language: 'en',
          look: { name: 'Test Shop' },
          mirror: 'ask',
          rating: true,
          greetings: [],
          mirrorIdleMs: 1_800_000
        },
        keepEventsMs: 365 * 24 * 3_600_000
      }
    ])
    expect(agents).toMatchObject([{ agent: { id: 'kim', sites: ['shop'] } }])
    expect(accounts.map(account => account.site)).toEqual(['shop', 'shop'])
    expect([dataDir, port]).toEqual(['./data', 0])
  })

  it('takes the country from the first language when none is named', () => {
    const { country: _, ...plain } = site
    const { sites } = readConfig({ ...good, sites: [{ ...plain, languages: ['sv', 'en'] }] })
    expect(sites[0]).toMatchObject({ language: 'sv', country: 'SE' })
  })

  it('says how users prove who they are', () => {
    const keys = { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'abc' }] } as const
    const identity = { required: true, jwks: keys, hashSecret: 'the secret of before' }
    const { sites, identities } = readConfig({ ...good, sites: [{ ...site, identity }] })
    expect(sites[0]?.requiresProof).toBe(true)
    const { required: _, ...how } = identity
    expect(identities.get('shop')).toEqual({ secret: site.secret, ...how })
    const plain = readConfig(good)
    expect(plain.sites[0]?.requiresProof).toBeUndefined()
    expect(plain.identities.get('shop')).toEqual({ secret: site.secret })
  })

  it.each([
    ['an address that is none', { jwks: 'keys.json' }, 'jwks'],
    ['no keys', { jwks: { keys: [] } }, 'jwks'],
    ['a private key', { jwks: { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'a', d: 'b' }] } }, 'jwks'],
    ['a short secret', { hashSecret: 'short' }, 'hashSecret'],
    ['a secret turned on', { hashSecret: true }, 'hashSecret'],
    ['an unknown setting', { hash: true }, 'hash']
  ])('takes no users’ proofs by %s', (_name, identity, path) => {
    const problems = problemsOf({ ...good, sites: [{ ...site, identity }] })
    expect(problems[0]).toMatch(new RegExp(`^sites\\[0\\]\\.identity\\.${path}`))
  })

  it('keeps events as long as the site says', () => {
    const { sites } = readConfig({ ...good, sites: [{ ...site, events: { keepDays: 30 } }] })
    expect(sites[0]?.keepEventsMs).toBe(30 * 24 * 3_600_000)
    expect(problemsOf({ ...good, sites: [{ ...site, events: { keepDays: 0 } }] })[0]).toMatch(
      /^sites\[0\]\.events\.keepDays/
    )
  })

  it('reads strings from the environment, and lets it override the file', () => {
    const config = { ...good, agents: [{ ...testAgent, token: 'env:KIM' }] }
    const env = {
      KIM: 'a-token-from-elsewhere',
      PORT: '4000',
      SEGUE_DATA: '/srv',
      LOG_LEVEL: 'debug'
    }
    const settings = readConfig(config, env)
    expect(settings.agents[0]?.token).toBe('a-token-from-elsewhere')
    expect(settings).toMatchObject({ port: 4000, dataDir: '/srv', logLevel: 'debug' })
  })

  it('is what defineConfig was given', () => {
    expect(defineConfig(good)).toBe(good)
  })
})

describe('every mistake is told at once', () => {
  it('by its path, with what to do', () => {
    const config = {
      publicURL: 'https://chat.example',
      store: 'postgres://db/segue',
      bus: 'nats://bus',
      sites: [
        { ...site, secret: 'short', origins: ['https://shop.example/shop', 'shop.example'] },
        { ...site, colour: '#fff', languages: ['en', 'not a language'], country: 'SWE' },
        { key: 'third' }
      ],
      accounts: [
        { ...testWhatsApp, number: '076 600 00 01', appSecret: 'env:APP_SECRET' },
        { ...testSms, id: 'whatsapp', site: 'elsewhere', apiUrl: 'ftp://x' },
        { id: 'fax', channel: 'whatsap-cloud' }
      ],
      agents: [
        testAgent,
        { ...testAgent, email: 'kim', sites: ['nowhere'] },
        { ...testAgent, id: 'bo', token: 'short' }
      ]
    }
    expect(problemsOf(config, { PORT: 'http', LOG_LEVEL: 'loud' })).toEqual([
      'accounts[0].appSecret asks for the environment variable APP_SECRET, which is not set — Set APP_SECRET, or put the value here.',
      'PORT is no port — A number from 0 to 65535.',
      'LOG_LEVEL is no level — One of: trace, debug, info, warn, error, fatal, silent.',
      'publicURL is not a setting — Did you mean publicUrl?',
      'sites[0].secret is too short: at least 16 characters — Make one with: openssl rand -hex 32',
      'sites[1].colour is not a setting — Known here: key, secret, name, origins, brand, languages, hours, replyTime, texts, identity, timeZone, mirror, greetings, before, reopenHours, rating, mirrorIdleMinutes, mail, push, events, country, greeting, questions.',
      'sites[1].country is not in the right form — Write its two letters: SE.',
      'sites[2].secret is missing — Make one with: openssl rand -hex 32',
      'sites[2].name is missing',
      'sites[2].origins is missing',
      'agents[1].email is not in the right form — Write it as kim@shop.example.',
      'agents[2].token is too short: at least 16 characters — Make one with: openssl rand -hex 32',
      'accounts[2].channel is no channel — Did you mean whatsapp-cloud?',
      'store asks for PostgreSQL, which is not there yet — Use sqlite:./data for now.',
      'bus asks for a bus between relays, which is not there yet — Leave it out: one relay needs none.',
      'sites[0].origins[0] is more than an origin — Write https://shop.example',
      'sites[0].origins[1] is no origin — Write it as https://shop.example.',
      'sites[1].languages[1] is no language — Write it as en or pt-BR.',
      'accounts[0].number is no international phone number — Write + and the country code, digits only: +46766000000.',
      'accounts[1].apiUrl is no origin — Write it as https://shop.example.',
      'sites[1].key is the same as sites[0].key — Each needs its own.',
      'accounts[1].id is the same as accounts[0].id — Each needs its own.',
      'agents[1].id is the same as agents[0].id — Each needs its own.',
      'agents[1].token is the same as agents[0].token — Each needs its own.',
      'accounts[1].site names no site — The sites’ keys are: shop, shop, third.',
      'agents[1].sites[0] names no site — The sites’ keys are: shop, shop, third.'
    ])
  })

  it.each([
    ['nothing at all', undefined, '(the whole)'],
    ['a list', [], '(the whole)'],
    ['no sites', { ...good, sites: [] }, 'sites'],
    ['words for a number', { ...good, port: '3000' }, 'port'],
    ['an account that is none', { ...good, accounts: ['twilio'] }, 'accounts[0]'],
    ['an account called web', { ...good, accounts: [{ ...testSms, id: 'web' }] }, 'accounts[0].id'],
    ['an unknown mirror', { ...good, sites: [{ ...site, mirror: 'maybe' }] }, 'sites[0].mirror'],
    ['an unknown zone', { ...good, sites: [{ ...site, timeZone: 'Mars' }] }, 'sites[0].timeZone'],
    ['a proxy that is none', { ...good, trustProxy: ['all'] }, 'trustProxy[0]']
  ])('even for %s', (_name, config, path) => {
    const error = (() => {
      try {
        return readConfig(config)
      } catch (thrown) {
        return thrown
      }
    })()
    expect(String(error)).toContain(`  ${path}`)
  })

  it('never repeats a secret', () => {
    const secret = 'short-secret'
    const told = problemsOf({ ...good, sites: [{ ...site, secret }] }).join()
    expect(told).toContain('sites[0].secret')
    expect(told).not.toContain(secret)
  })

  it('knows the databases of others, and that ours is not there yet', () => {
    expect(problemsOf(good, { DATABASE_URL: 'postgres://db', NATS_URL: 'nats://bus' })).toEqual([
      'DATABASE_URL asks for PostgreSQL, which is not there yet — Use sqlite:./data for now.',
      'NATS_URL asks for a bus between relays, which is not there yet — Leave it out: one relay needs none.'
    ])
  })
})

describe('where files are kept', () => {
  const settings = (files?: object) => readConfig({ ...good, ...(files && { files }) }).files
  const s3 = { store: 's3://our-bucket/chat/files/', accessKeyId: 'id', secretAccessKey: 'key' }

  it('is a folder beside the store, unless another one is named', () => {
    expect(settings()).toMatchObject({
      place: { kind: 'folder', dir: '/data/files' },
      maxBytes: 16 * 1024 * 1024,
      kinds: expect.arrayContaining(['image/png', 'application/pdf'])
    })
    const files = settings({ store: 'folder:/mnt/files', maxBytes: 5, kinds: ['image/png'] })
    expect(files).toEqual({
      ...{ place: { kind: 'folder', dir: '/mnt/files' }, maxBytes: 5, kinds: ['image/png'] }
    })
  })

  it('is a bucket, at Amazon’s or anybody’s', () => {
    const { store: _, ...keys } = s3
    const place = { kind: 's3', bucket: 'our-bucket', prefix: 'chat/files', ...keys }
    expect(settings(s3).place).toEqual(place)
    const other = { endpoint: 'https://s3.example', region: 'eu-1' }
    expect(settings({ ...s3, ...other }).place).toEqual({ ...place, ...other })
  })

  it.each([
    [{ store: 's3://Bucket' }, 'files.store is no place for files'],
    [{ store: '/mnt/files' }, 'files.store is no place for files'],
    [{ store: 's3://bucket' }, 'files.accessKeyId is missing'],
    [{ ...s3, secretAccessKey: 'env:NOT_SET' }, 'asks for the environment variable NOT_SET'],
    [{ ...s3, endpoint: 's3.example' }, 'files.endpoint is no address'],
    [{ region: 'eu-1' }, 'files.region is for a store in a bucket'],
    [{ maxBytes: 0 }, 'files.maxBytes'],
    [{ kinds: ['*'] }, 'files.kinds[0] is not in the right form']
  ])('is refused as %j', (files, problem) => {
    expect(problemsOf({ ...good, files }).join('\n')).toContain(problem)
  })
})

describe('what is not wrong, yet better otherwise', () => {
  const warnings = (more: object) => warningsOf(readConfig({ ...good, ...more })).join()

  it('is a public address without encryption, but for this machine', () => {
    expect(warnings({ publicUrl: 'http://chat.example' })).toContain('not encrypted')
    expect(warnings({ publicUrl: 'https://chat.example' })).toBe('')
    expect(warnings({ publicUrl: 'http://localhost:3000' })).toBe('')
  })

  it('is no public address, and nobody to answer', () => {
    expect(warnings({})).toContain('publicUrl is not set')
    expect(warnings({ agents: [] })).toContain('nobody can answer')
  })
})
