import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { DEMO } from '../../demo/demo-config.ts'
import { findBarriers } from '../doubles/axe.ts'
import { openChat, PHONE_SIZE, say, waitUntilSent } from './town.ts'
import { useTown } from './use-town.ts'

const town = useTown()

const act = async (path: string, body?: object) => {
  const reply = await fetch(`${town().relay.url}/v1/agent${path}`, {
    method: body || /close$/.test(path) ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${DEMO.agentToken}` },
    ...(body && { body: JSON.stringify(body) })
  })
  return reply.status === 204 ? undefined : await reply.json()
}

/** Says something in the chat, and ends the conversation as an agent. */
async function ask(page: Page, words: string, answer: string): Promise<string> {
  await say(page, words)
  await waitUntilSent(page, words)
  const { items } = await act(`/conversations?search=${encodeURIComponent(words)}`)
  const { id } = items[0]
  await act(`/conversations/${id}/messages`, { cid: `cid-${id}`, text: answer })
  await page.getByText(answer).last().waitFor()
  await act(`/conversations/${id}/close`)
  await page.getByRole('button', { name: 'Start a new conversation' }).waitFor()
  return id
}

it.each(['light', 'dark'] as const)(
  'a visitor begins another conversation, reads the first, finds words in it and goes on there, in %s',
  { timeout: 120_000 },
  async colorScheme => {
    const shop = await town().openShop('mug.html', { colorScheme, reducedMotion: 'reduce' })
    const first = `Is the mug in stock, ${colorScheme}?`
    await openChat(shop)
    await ask(shop, first, 'The mug is, in blue and white.')
    expect(await findBarriers(shop)).toEqual([])

    await shop.getByRole('button', { name: 'Start a new conversation' }).click()
    await shop.getByText(first).waitFor({ state: 'detached' })
    const field = shop.getByRole('textbox', { name: 'Write a message' })
    expect(await field.evaluate(at => at.matches(':focus'))).toBe(true)
    await say(shop, 'And the bowl?')
    await waitUntilSent(shop, 'And the bowl?')

    await shop.getByRole('button', { name: 'Your conversations' }).click()
    const list = shop.getByRole('region', { name: 'Your conversations' })
    await list.getByRole('listitem').nth(1).waitFor()
    const lines = await list.getByRole('listitem').allTextContents()
    expect(lines[0]).toContain('And the bowl?')
    expect(lines[1]).toContain('The mug is, in blue and white.')
    expect(await findBarriers(shop)).toEqual([])

    await shop.getByRole('searchbox', { name: 'Search your messages' }).fill('BLÚE')
    await list.getByText('1 message found').waitFor()
    expect(await findBarriers(shop)).toEqual([])
    await list.getByRole('button', { name: /in blue and white/ }).press('Enter')
    const found = shop.locator('.found')
    await found.waitFor()
    expect(await found.textContent()).toContain('in blue and white')
    expect(await found.evaluate(at => at.matches(':focus'))).toBe(true)
    expect(await findBarriers(shop)).toEqual([])

    await say(shop, 'I take the blue one.')
    await shop.getByText(first).waitFor()
    await waitUntilSent(shop, 'I take the blue one.')
    expect(await shop.getByText('And the bowl?').count()).toBe(0)
    await shop.context().close()
  }
)

it('a visitor steps back from a conversation to the list and the chat by Escape, on a phone too', {
  timeout: 120_000
}, async () => {
  const shop = await town().openShop('mug.html', { ...PHONE_SIZE, reducedMotion: 'reduce' })
  await openChat(shop)
  await ask(shop, 'Do you ship to Norway?', 'Yes, we do.')
  await shop.getByRole('button', { name: 'Start a new conversation' }).click()
  await shop.getByText('Do you ship to Norway?').waitFor({ state: 'detached' })
  await shop.getByRole('button', { name: 'Your conversations' }).click()
  const list = shop.getByRole('region', { name: 'Your conversations' })
  await list.getByRole('button', { name: /Yes, we do/ }).click()
  await shop.getByRole('log').getByText('Do you ship to Norway?').waitFor()
  expect(await findBarriers(shop)).toEqual([])
  await shop.keyboard.press('Escape')
  await list.waitFor()
  await shop.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
  expect(await shop.getByRole('textbox', { name: 'Write a message' }).isVisible()).toBe(true)
})
