import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../relay/src/config.ts'
import { makeVapidKeys } from '../../relay/src/push/index.ts'
import { testConfig } from '../doubles/relay.ts'

const good = testConfig({}, '/data')
const site = good.sites[0]!

/** Every problem of a configuration, as one line each. */
function problemsOf(config: unknown): string[] {
  try {
    readConfig(config)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map(({ path, message, hint }) => `${path} ${message} — ${hint}`)
  }
}

describe('mail', () => {
  const mail = { smtp: 'smtps://kim:secret@mail.example', from: 'chat@shop.example' }

  it('is a site’s only with a server, in the relay’s name or its own', () => {
    expect(readConfig(good)).toMatchObject({ smtpUrl: undefined })
    expect(readConfig(good).sites[0]?.mail).toBeUndefined()
    const own = { from: 'us@shop.example', replyTo: 'help@shop.example' }
    const mailOf = (sites: object[]) => readConfig({ ...good, mail, sites }).sites[0]?.mail
    expect(mailOf([site])).toEqual({ from: mail.from })
    expect(mailOf([{ ...site, mail: own }])).toEqual(own)
    expect(mailOf([{ ...site, mail: { transcript: false } }])).toBeUndefined()
  })

  it('is told of every mistake', () => {
    const sites = [{ ...site, mail: { from: 'a@b.example, c@d.example', replyto: 'x' } }]
    expect(problemsOf({ ...good, mail: { smtp: 'mail.example', fron: 'x' }, sites })).toEqual([
      'mail.from is missing — Write the address alone: chat@shop.example.',
      'mail.fron is not a setting — Did you mean from?',
      'sites[0].mail.replyto is not a setting — Did you mean replyTo?',
      'sites[0].mail.from is not in the right form — Write the address alone: chat@shop.example.',
      'mail.smtp is no mail server — Write it as smtp://user:password@host:587.'
    ])
    expect(problemsOf({ ...good, sites })).toContain(
      'sites[0].mail has no server to send by — Set mail: { smtp, from } for the whole relay, or leave this out.'
    )
    const unset = { ...good, mail: { ...mail, smtp: 'env:SMTP_URL' } }
    expect(problemsOf(unset)).toHaveLength(1)
  })
})

describe('web push', () => {
  const keys = makeVapidKeys()
  const push = { ...keys, subject: 'mailto:tech@shop.example' }
  const withWorker = (worker: string) => [{ ...site, push: { worker } }]

  it('is a site’s that has a service worker, and says nothing of a message unless told to', () => {
    const { sites } = readConfig({ ...good, push, sites: withWorker('/segue-push.js') })
    expect(sites[0]?.push).toEqual({ worker: '/segue-push.js', showsText: false })
    expect(readConfig({ ...good, push }).sites[0]?.push).toBeUndefined()
  })

  it('is told of every mistake', () => {
    const sites = withWorker('//evil.test/x.js')
    const subject = 'tech@shop.example'
    const wrong = { ...push, privateKey: makeVapidKeys().privateKey, subject, services: ['x'] }
    const paths = problemsOf({ ...good, push: wrong, sites }).map(line => line.split(' ')[0])
    const told = ['push.subject', 'sites[0].push.worker', 'push.privateKey', 'push.services[0]']
    expect(paths.sort()).toEqual(told.sort())
    expect(problemsOf({ ...good, push: { ...push, publicKey: 'short' } })[0]).toMatch(
      /^push.publicKey is not in the right form — Make both with: npx segue-relay vapid/
    )
    expect(problemsOf({ ...good, sites: withWorker('/p.js') })[0]).toMatch(
      /^sites\[0\].push has no keys to push with — Set push: /
    )
  })
})
