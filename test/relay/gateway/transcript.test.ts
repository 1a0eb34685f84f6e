import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startMailbox } from '../../../demo/networks/mail/mailbox.ts'
import { startTestRelay, type TestRelayOverrides } from '../../doubles/relay.ts'
import { agentCall, openVisit, openWidget, pageCall } from '../../doubles/wire.ts'

const mailOf = (smtp: string) => ({ mail: { smtp, from: 'chat@shop.test' } })

async function start(overrides: TestRelayOverrides) {
  const relay = await startTestRelay(overrides)
  onTestFinished(() => relay.close())
  return relay
}

/** A visitor who has been answered. */
async function talk(url: string) {
  const { visit, say, next } = await openWidget(url)
  say({ type: 'send', cid: 'c1', text: 'Is it <b>blue</b>?' })
  await next({ type: 'ack' })
  const path = `/conversations/${visit.conversation}`
  await agentCall(url, `${path}/messages`, { body: { cid: 'a1', text: 'It is.' } })
  return { visit, path }
}

const ask = (url: string, token: string, email: string) =>
  pageCall(url, '/v1/transcript', { token, body: { email, timeZone: 'Europe/Stockholm' } })

it('mails a visitor, and whom an agent names, their conversation', async () => {
  const mailbox = await startMailbox()
  onTestFinished(mailbox.close)
  const { url } = await start({ config: mailOf(mailbox.url) })
  const { visit, path } = await talk(url)
  expect(visit.transcript).toBe(true)
  expect((await agentCall(url, '/me')).body.sites[0].transcript).toBe(true)
  expect((await ask(url, visit.token, 'maja@post.test')).status).toBe(202)
  await expect.poll(() => mailbox.mails.length).toBe(1)
  const body = { email: 'kim@post.test' }
  expect((await agentCall(url, `${path}/transcript`, { body })).status).toBe(202)
  await expect.poll(() => mailbox.mails.length).toBe(2)
  expect(mailbox.mails.map(({ to }) => to)).toEqual([['maja@post.test'], ['kim@post.test']])
  for (const { parts } of mailbox.mails) {
    expect(parts[0]?.text).toContain('Is it <b>blue</b>?')
    expect(parts[1]?.text).toContain('Is it &lt;b&gt;blue&lt;/b&gt;?')
    expect(parts[1]?.text).toContain('It is.')
  }
})

it('says what is wrong with an address, and offers nothing where no mail is set up', async () => {
  const { url } = await start({ config: mailOf('smtp://127.0.0.1:9') })
  const { visit } = await talk(url)
  const { status, body } = await ask(url, visit.token, 'maja@post.test\nBcc: all@evil.test')
  expect([status, body.error]).toMatchObject([400, { code: 'invalid', path: 'email' }])
  const silent = await start({})
  const other = await openVisit(silent.url)
  expect(other.transcript).toBeUndefined()
  expect((await ask(silent.url, other.token, 'maja@post.test')).status).toBe(404)
})

it('mails after a restart what it has taken before', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'segue-mail-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const first = await startTestRelay({ dir, config: mailOf('smtp://127.0.0.1:9') })
  const { visit } = await talk(first.url)
  expect((await ask(first.url, visit.token, 'maja@post.test')).status).toBe(202)
  await first.close()
  expect(first.logged.join()).not.toContain('maja@')
  const mailbox = await startMailbox()
  onTestFinished(mailbox.close)
  await start({ dir, config: mailOf(mailbox.url) })
  await expect.poll(() => mailbox.mails.length).toBe(1)
})
