import { signUserToken } from '@segue/sdk/server'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { DEMO, demoConfig } from '../../demo/demo-config.ts'
import { answer, openChat, openConversation, say } from './town.ts'
import { useTown } from './use-town.ts'

const town = useTown()

const { secret } = demoConfig({ publicUrl: '', apiUrl: '', shopOrigin: '' }).sites[0]!

/** What a page of the site does for whoever is signed in. Without a token, it only claims. */
const signIn = (page: Page, userId: string, token?: string) =>
  page.evaluate(
    ([user, proof]) => {
      const segue = window.segue as unknown as Record<string, (...args: unknown[]) => void>
      if (proof) segue.setUserToken!(proof)
      segue.identify!(user, { name: 'Maja' })
    },
    [userId, token] as const
  )

it('a user finds their conversation in every browser they sign in to, and nobody else does', {
  timeout: 120_000
}, async () => {
  const token = await signUserToken({ key: DEMO.siteKey, secret, userId: 'user-42' })
  const laptop = await town().openShop()
  await signIn(laptop, 'user-42', token)
  await openChat(laptop)
  await say(laptop, 'Hello from the laptop')
  const inbox = await town().openInbox()
  await openConversation(inbox, 'Hello from the laptop')
  const about = inbox.getByRole('complementary')
  await about.getByText('user-42').first().waitFor()
  expect(await about.getByText(/not proved/i).count()).toBe(0)
  await answer(inbox, 'Hello Maja')
  await laptop.getByRole('log').getByText('Hello Maja').waitFor()

  const tablet = await town().openShop()
  await signIn(tablet, 'user-42', token)
  await openChat(tablet)
  const log = tablet.getByRole('log')
  await log.getByText('Hello from the laptop').waitFor()
  await log.getByText('Hello Maja').waitFor()

  const stranger = await town().openShop()
  await signIn(stranger, 'user-42')
  await openChat(stranger)
  await say(stranger, 'I am Maja, believe me')
  expect(await stranger.getByText('Hello from the laptop').count()).toBe(0)
  await openConversation(inbox, 'I am Maja, believe me')
  await about
    .getByText(/not proved/i)
    .first()
    .waitFor()

  await tablet.evaluate(() => (window.segue as unknown as { reset(): void }).reset())
  await openChat(tablet)
  await say(tablet, 'Who is here now?')
  expect(await tablet.getByText('Hello from the laptop').count()).toBe(0)
  const stored = await tablet.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  expect(stored).not.toMatch(/user-42|Maja|eyJ/)
})
