import type { EntryOf } from '@segue/sdk/protocol'
import { expect, it } from 'vitest'
import { askOf } from '../../relay/inbox/fold/ask-content.ts'
import { findBarriers } from '../doubles/axe.ts'
import { draftOf } from './asks/drafts.ts'
import { enter, type OpenInbox, useInbox } from './open-inbox.ts'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 }
]

const inbox = useInbox()

const WEB = { account: 'web', network: 'web' }

/** One of each kind, the choices and the form answered. */
const asksAndAnswers: Partial<EntryOf<'message'>>[] = [
  { text: 'Which colour?', content: askOf(draftOf('replies')).content },
  { content: askOf(draftOf('cards')).content },
  { text: 'Who are you?', content: askOf(draftOf('form')).content },
  { from: 'visitor', text: 'Moss', answer: { to: 'ask0', choice: { id: 'c2', title: 'Moss' } } },
  {
    ...{ from: 'visitor', text: 'Your name: Kim' },
    answer: { to: 'ask2', values: [{ id: 'q1', label: 'Your name', value: 'Kim' }] }
  }
]

/** Everything an agent may have on the screen. */
const views: [name: string, show: (inbox: OpenInbox) => Promise<void>][] = [
  [
    'the door, with a problem',
    async ({ api, page }) => {
      await page.goto(`${api.url}/inbox/`)
      await page.getByLabel('Agent token').fill('wrong')
      await page.keyboard.press('Enter')
      await page.getByText('not known here').waitFor()
    }
  ],
  ['the list', open => enter(open)],
  ['a thread', open => enter(open, 'ulla')],
  [
    'what is known of a person',
    async inbox => {
      await enter(inbox, 'ulla')
      await inbox.page.evaluate(() => {
        location.hash = '#/c/ulla/about'
      })
      await inbox.page.getByText('ulla@example.com').waitFor()
    }
  ],
  [
    'a reply with files that cannot go out',
    async inbox => {
      const { api, page } = inbox
      await enter(inbox, 'ulla')
      api.is.refusing = ({ path }) => (path.endsWith('/messages') ? 422 : undefined)
      await page.getByLabel('Your reply').fill('This is refused')
      await page.keyboard.press('Enter')
      await page.locator('.trouble.is-refused').waitFor()
      const buffer = Buffer.from('a document')
      await page.setInputFiles('.attach input', {
        name: 'guarantee.pdf',
        mimeType: 'application/pdf',
        buffer
      })
      await page.getByText('guarantee.pdf', { exact: true }).waitFor()
    }
  ],
  ...['Choices', 'Cards', 'Form'].map((kind): (typeof views)[number] => [
    `${kind.toLowerCase()} to ask or show, with mistakes`,
    async inbox => {
      const { page } = inbox
      await enter(inbox, 'ulla')
      await page.keyboard.press('a')
      await page.getByRole('radio', { name: kind }).check()
      if (kind === 'Cards') await page.getByRole('button', { name: /^Add a button/ }).click()
      if (kind === 'Form') await page.getByLabel('Answered with').selectOption('choice')
      await page.getByRole('button', { name: 'Send it', exact: true }).click()
      await page.locator('[aria-invalid]').first().waitFor()
    }
  ]),
  [
    'what was asked and shown, and answered',
    async inbox => {
      const { api, page } = inbox
      for (const [place, message] of asksAndAnswers.entries()) {
        api.desk.append('per', {
          ...{ type: 'message', id: `ask${place}`, from: 'agent', text: '', on: WEB },
          ...message
        })
      }
      await enter(inbox, 'per')
      await page.locator('.answers .is-chosen').waitFor()
    }
  ],
  ...['?', 'h'].map((key): (typeof views)[number] => [
    `the sheet behind ${key}`,
    async inbox => {
      await enter(inbox, 'ulla')
      await inbox.page.keyboard.press(key)
      await inbox.page.getByRole('dialog').waitFor()
    }
  ]),
  [
    'a code to hand on',
    async inbox => {
      await enter(inbox, 'ulla')
      await inbox.page.keyboard.press('h')
      await inbox.page.getByRole('button', { name: 'Make a code' }).click()
      await inbox.page.getByText('Waiting for their message…').waitFor()
    }
  ]
]

it.each(views)(
  'axe finds nothing in %s: large and small, light and dark',
  { timeout: 60_000 },
  async (_, show) => {
    const { page } = inbox()
    await show(inbox())
    for (const size of SIZES) {
      await page.setViewportSize(size)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await findBarriers(page), `${size.width} ${colorScheme}`).toEqual([])
      }
    }
  }
)
