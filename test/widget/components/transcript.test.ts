// @vitest-environment happy-dom
import { RelayError } from '@segue/sdk/chat'
import { afterEach, describe, expect, it } from 'vitest'
import { NOON, said } from '../../doubles/entries.ts'
import { aSession } from '../../doubles/fake-chat.ts'
import { drawn, type OpenPanel, openPanel } from '../../doubles/open-panel.tsx'
// The panel loads it when it needs it; here it is to be there at once.
import '../../../widget/src/transcript/transcript.tsx'

let panel: OpenPanel
afterEach(() => panel.end())

/** A conversation that somebody has answered, and that has ended. */
async function ended({ transcript = true, answered = true } = {}) {
  panel = await openPanel()
  panel.tell('session', aSession({ transcript, rating: false }))
  await panel.hear(said('visitor', 'Hi'))
  if (answered) await panel.hear(said('agent', 'Hello', { name: 'Anna' }))
  await panel.hear({ type: 'state', at: NOON, state: 'closed' })
}

const offers = () =>
  panel.all('button').filter(({ textContent }) => textContent === 'Get a copy by e-mail')

async function askFor(address: string) {
  await panel.click('Get a copy by e-mail')
  const field = panel.all('input[type=email]')[0] as HTMLInputElement
  expect(document.activeElement).toBe(field)
  field.value = address
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await drawn()
  await panel.click('Send it')
}

describe('a copy by mail', () => {
  it('is asked for once the conversation has ended, and on its way', async () => {
    await ended()
    await askFor(' maja@post.example ')
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    expect(panel.asked).toContainEqual(['mailTranscript', { email: 'maja@post.example', timeZone }])
    expect(panel.texts('[role=status]')).toContain(
      'A copy is on its way to \u2066maja@post.example\u2069.'
    )
    expect(document.activeElement?.textContent).toContain('on its way')
  })

  it('is not offered before the end, where the site mails nothing, or when nobody has answered', async () => {
    await ended({ transcript: false })
    expect(offers()).toEqual([])
    panel.end()
    await ended({ answered: false })
    expect(offers()).toEqual([])
    panel.end()
    await ended()
    expect(offers()).toHaveLength(1)
    await panel.hear({ type: 'state', at: NOON, state: 'open' })
    expect(offers()).toEqual([])
  })

  it.each([
    ['invalid', 'We cannot read that address. Check it once more.'],
    ['too_many', 'That was many tries in a short time. Wait a few minutes and try again.'],
    ['unreachable', 'We could not reach the chat. Check your connection and try again.']
  ])('says what went wrong when it was %s, and keeps the address', async (code, words) => {
    await ended()
    panel.answers.mailTranscript = async () => {
      throw new RelayError(code, 'no')
    }
    await askFor('maja@')
    expect(panel.texts('[role=alert]')).toContain(words)
    const field = panel.all('input[type=email]')[0] as HTMLInputElement
    expect([field.value, field.getAttribute('aria-invalid')]).toEqual(['maja@', 'true'])
  })
})
