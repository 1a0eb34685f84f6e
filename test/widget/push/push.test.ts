/**
 * @vitest-environment happy-dom
 * @vitest-environment-options { "url": "https://shop.example/mug" }
 */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { stopPush } from '../../../widget/src/push/push-browser.ts'
import { linked, said } from '../../doubles/entries.ts'
import { aSession } from '../../doubles/fake-chat.ts'
import { drawn, type OpenPanel, openPanel } from '../../doubles/open-panel.tsx'
import { pushBrowser } from '../../doubles/push-browser.ts'
// The panel loads it when it needs it; here it is to be there at once.
import '../../../widget/src/push/push.tsx'

const ASK = 'Tell me when there is an answer'
const STOP = 'Stop telling me'
const OFFER = { key: 'relay-key', worker: '/segue-push.js' }

let panel: OpenPanel
afterEach(() => {
  panel.end()
  localStorage.clear()
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, 'serviceWorker')
})

/** A visitor who waits for an answer. */
async function wait({ push = OFFER as typeof OFFER | null } = {}) {
  panel = await openPanel()
  panel.tell('session', aSession(push ? { push } : {}))
  await panel.hear(said('visitor', 'Is it blue?'))
  await drawn()
}

const offers = () => panel.texts('.push button')
const told = () => panel.asked.filter(([name]) => String(name).endsWith('Push'))

describe('a browser that can tell of answers', () => {
  it('is asked by nobody but the visitor’s click, and subscribes for the relay', async () => {
    const { registered, Notification } = pushBrowser()
    await wait()
    expect([Notification.requestPermission.mock.calls, registered]).toEqual([[], []])
    expect(localStorage.getItem('segue:shop:push')).toBeNull()
    await panel.click(ASK)
    expect(registered).toMatchObject([
      {
        scope: 'https://shop.example/segue-push/',
        subscription: { options: { userVisibleOnly: true, applicationServerKey: 'relay-key' } }
      }
    ])
    const keys = { p256dh: 'p', auth: 'a' }
    expect(told()).toEqual([['startPush', { endpoint: 'https://push.example/1', keys }]])
    expect(panel.texts('.push [role=status]')).toEqual([
      'This browser tells you when there is an answer.'
    ])
    expect(offers()).toEqual([STOP])
  })

  it('stops when it is told to, and leaves nothing', async () => {
    const { registered } = pushBrowser()
    await wait()
    await panel.click(ASK)
    await panel.click(STOP)
    expect(told().at(-1)).toEqual(['stopPush', { endpoint: 'https://push.example/1' }])
    expect([registered, localStorage.getItem('segue:shop:push'), offers()]).toEqual([
      [],
      null,
      [ASK]
    ])
  })

  it('leaves nothing for the next visitor, and leaves the site’s own worker alone', async () => {
    const { registered } = pushBrowser()
    registered.push({ scope: 'https://shop.example/', subscription: {} })
    await wait()
    await panel.click(ASK)
    expect(registered).toHaveLength(2)
    await stopPush('shop')
    expect(registered).toEqual([{ scope: 'https://shop.example/', subscription: {} }])
    await stopPush('shop')
  })

  it('is told to the relay again with the next visit, and is asked only while one waits', async () => {
    pushBrowser()
    await wait()
    await panel.click(ASK)
    panel.end()
    await wait()
    expect(told()).toHaveLength(1)
    expect(offers()).toEqual([STOP])
    await panel.click(STOP)
    await panel.hear(said('agent', 'It is.'))
    expect(offers()).toEqual([])
  })

  it('says so when it is forbidden, or the relay does not answer', async () => {
    pushBrowser({ answer: 'denied' })
    await wait()
    await panel.click(ASK)
    expect(panel.texts('.push [role=status]')).toEqual(['Your browser did not allow it.'])
    expect(told()).toEqual([])
    panel.end()
    vi.unstubAllGlobals()

    const { registered } = pushBrowser()
    await wait()
    panel.answers.startPush = () => Promise.reject(new Error('no'))
    await panel.click(ASK)
    await drawn()
    expect(panel.texts('.push [role=status]')[0]).toContain('Check your connection')
    expect([registered, offers()]).toEqual([[], [ASK]])
  })

  it('is not offered where the site has not set it up, the browser cannot, may not, or a phone is told', async () => {
    pushBrowser()
    await wait({ push: null })
    expect(offers()).toEqual([])
    panel.end()
    await wait()
    expect(offers()).toEqual([ASK])
    await panel.hear(linked())
    expect(offers()).toEqual([])
    panel.end()
    Object.assign(Notification, { permission: 'denied' })
    await wait()
    expect(offers()).toEqual([])
    panel.end()
    Reflect.deleteProperty(navigator, 'serviceWorker')
    await wait()
    expect(offers()).toEqual([])
  })
})
