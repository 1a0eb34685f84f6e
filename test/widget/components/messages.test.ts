// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NOON, said, seenBy } from '../../doubles/entries.ts'
import { drawn, type OpenPanel, openPanel } from '../../doubles/open-panel.tsx'

let panel: OpenPanel
beforeEach(async () => {
  panel = await openPanel()
})
afterEach(() => panel.end())

const asked = (name: string) => panel.asked.filter(([one]) => one === name)

describe('a message', () => {
  it('says who spoke and how far it got, in words', async () => {
    await panel.hear(said('visitor', 'Hello'), said('agent', 'Hi', { name: 'Anna' }))
    expect(panel.texts('.bubble')).toEqual(['You: Hello', 'Anna: Hi'])
    expect(panel.texts('.own .state')).toEqual(['Sent'])
    await panel.hear(seenBy('agent', 1))
    expect(panel.texts('.own .state')).toEqual(['Read'])
  })

  it('is text, whatever it looks like', async () => {
    const evil = '<img src=x onerror=alert(1)><script>alert(2)</script> javascript:alert(3)'
    await panel.hear(said('agent', evil))
    expect(panel.texts('.bubble p')).toEqual([evil])
    expect(panel.all('.bubble img, .bubble script, .bubble a')).toEqual([])
  })

  it('links to web addresses in a tab of their own', async () => {
    await panel.hear(said('agent', 'See https://shop.example/mug.'))
    const [link] = panel.all('.bubble a') as HTMLAnchorElement[]
    expect(link).toMatchObject({ href: 'https://shop.example/mug', target: '_blank' })
    expect(link?.rel).toContain('noopener')
  })

  it('shows pictures, and other files as what they are', async () => {
    const file = { id: 'f', name: 'a', size: 1_500_000 }
    const url = 'https://relay.test/f'
    const files = [
      { ...file, id: '1', mime: 'image/png', url },
      { ...file, id: '2', mime: 'image/svg+xml', url },
      { ...file, id: '3', mime: 'application/pdf', url },
      { ...file, id: '4', mime: 'image/png', url: 'javascript:alert(1)' },
      { ...file, id: '5', mime: 'image/png' }
    ]
    await panel.hear(said('agent', '', { files }))
    expect(panel.all('.bubble img')).toHaveLength(1)
    expect(panel.texts('.file')).toHaveLength(4)
    expect(panel.texts('.file')[0]).toContain('1.5 MB')
    expect(panel.all('.bubble a').map(link => link.getAttribute('href'))).toEqual([
      url,
      url,
      url,
      null,
      null
    ])
    panel.all('.bubble img')[0]!.dispatchEvent(new Event('error'))
    await drawn()
    expect(panel.texts('.file')).toHaveLength(5)
  })

  it('that failed can be tried again, or removed', async () => {
    const message = { cid: 'c1', text: 'Hello', at: NOON, status: 'failed', error: 'x' } as const
    panel.tell('pending', [message])
    await drawn()
    expect(panel.texts('.failed span')).toEqual(['Not sent'])
    await panel.click('Try again')
    await panel.click('Remove')
    expect(panel.asked.slice(-2)).toEqual([
      ['retry', 'c1'],
      ['discard', 'c1']
    ])
  })

  it('that is too long is not tried again as it is', async () => {
    panel.tell('pending', [{ cid: 'c1', text: 'x', at: NOON, status: 'failed', error: 'too_long' }])
    await drawn()
    expect(panel.texts('.failed span')).toEqual(['Too long to send. Split it in two.'])
    expect(() => panel.named('Try again')).toThrow('0 elements')
  })

  it('may bring ready-made answers, until one is given', async () => {
    const buttons = [
      { id: 'today', title: 'Today' },
      { id: 'later', title: 'Later' }
    ]
    await panel.hear(said('agent', 'When?', { buttons }))
    await panel.click('Later')
    expect(asked('send')).toEqual([['send', 'Later', { button: 'later' }]])
    await panel.hear(said('visitor', 'Later'))
    expect(panel.all('.chip')).toEqual([])
  })
})

describe('a long thread', () => {
  it('draws its newest thirty rows, and more when asked', async () => {
    await panel.hear(...Array.from({ length: 500 }, (_, i) => said('agent', `Message ${i}`)))
    expect(panel.all('.message')).toHaveLength(30)
    expect(panel.texts('.bubble p').at(-1)).toBe('Message 499')
    await panel.click('Earlier messages')
    expect(panel.all('.message')).toHaveLength(90)
    await panel.hear(said('agent', 'Newer'))
    expect(panel.all('.message')).toHaveLength(91)
  })

  it('asks the relay for what is not here', async () => {
    panel.beginAt(101)
    await panel.hear(...Array.from({ length: 20 }, (_, i) => said('agent', `Late ${i}`)))
    const entries = Array.from({ length: 100 }, (_, i) => ({
      ...said('agent', `Early ${i}`),
      seq: i + 1
    }))
    panel.answers.earlier = async () => ({
      conversation: 'c',
      seq: 120,
      entries: entries as never,
      earlier: false
    })
    await panel.click('Earlier messages')
    expect(panel.texts('.bubble p')).toContain('Early 99')
    expect(panel.all('.message')).toHaveLength(80)
  })
})
