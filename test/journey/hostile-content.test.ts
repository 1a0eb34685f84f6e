import { describe, expect, it } from 'vitest'
import { DEMO } from '../../demo/demo-config.ts'
import { findDamage, guard, sizeOfLog, WHOLE } from '../doubles/damage.ts'
import { ATTACKS, BROKEN, SHAPES } from '../doubles/hostile-content.ts'
import { MAJA, openChat, openPage, say } from './town.ts'
import { useTown } from './use-town.ts'

const town = useTown()

const CORPUS = [...ATTACKS, ...BROKEN, ...SHAPES]
const SMALL = { viewport: { width: 320, height: 568 } }

describe('hostile content', { timeout: 120_000 }, () => {
  it('is text in the widget, the inbox and on the phone, whoever sends it', async () => {
    const shop = await town().openShop('mug.html', SMALL)
    const wrongs: string[] = []
    guard(shop, wrongs)
    await openChat(shop)
    await say(shop, 'Hello from the other side')
    const inbox = await town().openInbox(SMALL)
    guard(inbox, wrongs)
    const asAgent = (path: string, body?: object) =>
      fetch(`${town().relay.url}/v1/agent/${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${DEMO.agentToken}`,
          'content-type': 'application/json'
        },
        ...(body && { body: JSON.stringify(body) })
      })
    const list = async () => (await (await asAgent('conversations?state=all')).json()).items
    await expect.poll(async () => (await list()).length).toBe(1)
    const [{ id }] = await list()

    for (const [i, text] of CORPUS.entries()) {
      const { status } = await asAgent(`conversations/${id}/messages`, { cid: `a${i}`, text })
      expect(status, text.slice(0, 60)).toBe(201)
    }
    const kept = await (await asAgent(`conversations/${id}?limit=100`)).json()
    const texts = kept.entries.flatMap(({ text }: { text?: string }) => text ?? [])
    expect(texts).toEqual(expect.arrayContaining(CORPUS.map(text => text.toWellFormed())))
    for (const text of ATTACKS.slice(0, 6)) await say(shop, text)
    for (const app of ['whatsapp', 'messages'] as const) {
      for (const text of CORPUS)
        town().networks.phone.write(MAJA, app, { text: text.slice(0, 1_500) })
    }

    await shop.getByRole('log').getByText('Tabs:').first().waitFor({ state: 'attached' })
    expect(await findDamage(shop)).toEqual(WHOLE)
    expect(await sizeOfLog(shop)).toBe(0)

    const other = async () => (await list()).length
    await expect.poll(other, { timeout: 30_000 }).toBeGreaterThan(1)
    for (const conversation of await list()) {
      await inbox.evaluate(hash => (location.hash = hash), `#/c/${conversation.id}`)
      await inbox.getByRole('log').waitFor()
      const said = inbox.getByRole('log').getByText('Tabs:').last()
      await said.waitFor({ state: 'attached' })
      expect(await findDamage(inbox)).toEqual(WHOLE)
      expect(await sizeOfLog(inbox)).toBe(0)
    }

    town().networks.phone.takeInHand(MAJA)
    const chat = encodeURIComponent(`https://wa.me/${DEMO.whatsapp.number.slice(1)}`)
    const phone = await openPage(town().browser, `${town().shopOrigin}/phone/#open=${chat}`, SMALL)
    guard(phone, wrongs)
    await phone.waitForLoadState('load')
    await phone.getByText('Tabs:').first().waitFor({ state: 'attached' })
    expect(await findDamage(phone)).toEqual(WHOLE)
    expect(wrongs).toEqual([])
  })
})
