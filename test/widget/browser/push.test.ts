import type { CDPSession, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { openChat, panelOf, say } from '../../doubles/widget-pages.ts'

const pages = useWidgetPages()

const SUBSCRIPTION = { endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } }

/** A browser without a network has no push service: what it would say is said here. The rest is the browser's own. */
const playPushService = (page: Page) =>
  page.evaluate(told => {
    let current: object | null = null
    const unsubscribe = async () => {
      current = null
      return true
    }
    Object.assign(PushManager.prototype, {
      getSubscription: async () => current,
      subscribe: async () => {
        current = { ...told, toJSON: () => told, unsubscribe }
        return current
      }
    })
  }, SUBSCRIPTION)

/** The id that the browser knows the site's own service worker of ours by. */
const registrationOf = (cdp: CDPSession) =>
  new Promise<string>(resolve => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.endsWith('/segue-push/'))
      if (ours) resolve(ours.registrationId)
    })
    void cdp.send('ServiceWorker.enable')
  })

const shown = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration('/segue-push/')
    const notifications = (await registration?.getNotifications()) ?? []
    return notifications.map(({ title, body, tag }) => ({ title, body, tag }))
  })

it('wakes the site’s own service worker, which shows that there is an answer', async () => {
  pages.relay().tell({ push: { key: 'BA', worker: '/segue-push.js' } })
  const page = await pages.open({ permissions: ['notifications'] })
  await playPushService(page)
  await openChat(page, pages.relay())
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([])
  await say(page, 'Is it blue?')
  await panelOf(page).getByRole('button', { name: 'Tell me when there is an answer' }).click()
  await panelOf(page).getByText('This browser tells you when there is an answer.').waitFor()
  const asked = pages.relay().heard.filter(({ path }) => path === '/v1/push')
  expect(asked.map(({ body }) => body)).toEqual([SUBSCRIPTION])

  const cdp = await page.context().newCDPSession(page)
  const registrationId = await registrationOf(cdp)
  const news = { id: 'm1', tag: 'segue-c1', title: 'Norrsken', body: 'You have a new message' }
  const deliver = (data: string) =>
    cdp.send('ServiceWorker.deliverPushMessage', {
      ...{ origin: new URL(page.url()).origin, registrationId, data }
    })
  await deliver(JSON.stringify(news))
  const { id: _, ...seen } = news
  await expect.poll(() => shown(page)).toEqual([seen])
  // A later one takes its place.
  await deliver(JSON.stringify({ ...news, id: 'm2', body: 'Another' }))
  await expect.poll(() => shown(page)).toEqual([{ ...seen, body: 'Another' }])

  await panelOf(page).getByRole('button', { name: 'Stop telling me' }).click()
  await panelOf(page).getByRole('button', { name: 'Tell me when there is an answer' }).waitFor()
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([])
  expect(page.complaints).toEqual([])
})

it('leaves nothing when the visitor signs out', async () => {
  pages.relay().tell({ push: { key: 'BA', worker: '/segue-push.js' } })
  const page = await pages.open({ permissions: ['notifications'] })
  await playPushService(page)
  await openChat(page, pages.relay())
  await say(page, 'Is it blue?')
  await panelOf(page).getByRole('button', { name: 'Tell me when there is an answer' }).click()
  await panelOf(page).getByText('This browser tells you').waitFor()
  await page.evaluate(() => (window as { segue?: { reset(): void } }).segue?.reset())
  const left = () =>
    page.evaluate(async () => [
      (await navigator.serviceWorker.getRegistrations()).length,
      localStorage.getItem('segue:shop:push')
    ])
  await expect.poll(left).toEqual([0, null])
})
