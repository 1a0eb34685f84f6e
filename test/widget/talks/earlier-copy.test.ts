// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
// Fetched when they are wanted; here they are to be there at once.
import '../../../widget/src/talks/talks.tsx'
import '../../../widget/src/transcript/transcript.tsx'
import '../../../widget/src/strings/late/late-en.ts'
import { entriesFrom, NOON, said, stateOf } from '../../doubles/entries.ts'
import { aSession } from '../../doubles/fake-chat.ts'
import { drawn, type OpenPanel, openPanel } from '../../doubles/open-panel.tsx'

let panel: OpenPanel
afterEach(() => panel.end())

/** Opens an earlier conversation that has ended. */
async function openEarlier(session: object) {
  panel = await openPanel({ isNew: false })
  panel.tell('session', aSession(session))
  const entries = entriesFrom(
    ...([
      1,
      said('visitor', 'Where is it?'),
      said('agent', 'On its way.'),
      stateOf('closed')
    ] as const)
  )
  panel.answers.conversations = async () => ({
    items: [
      {
        ...{ id: 'first', current: false, ended: true, takesWords: false, at: NOON, unread: 0 },
        last: { text: 'On its way.', from: 'agent' }
      }
    ]
  })
  panel.answers.threadOf = async conversation => ({
    ...{ conversation, seq: 3, entries, earlier: false }
  })
  await panel.click('Your conversations')
  await expect.poll(() => panel.all('.talks').length).toBe(1)
  await panel.click(/On its way/)
  await expect.poll(() => panel.all('.bubble').length).toBe(2)
  await drawn()
}

it('an earlier conversation is mailed, and not the present one', async () => {
  await openEarlier({ transcript: true })
  await panel.click('Get a copy by e-mail')
  const field = panel.all('input[type=email]')[0] as HTMLInputElement
  field.value = 'maja@post.example'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await drawn()
  await panel.click('Send it')
  expect(panel.asked).toContainEqual([
    'mailTranscript',
    expect.objectContaining({ email: 'maja@post.example', conversation: 'first' })
  ])
})

it('is offered by mail where the site mails', async () => {
  await openEarlier({})
  expect(panel.texts('button')).not.toContain('Get a copy by e-mail')
})
