import type { Transcript } from '../../../relay/src/core/transcript/transcript.ts'

const AT = Date.UTC(2026, 10, 21, 13, 2)

/** A short conversation, on its way to somebody's mailbox. */
export const transcript = (change: Partial<Transcript> = {}): Transcript => ({
  id: 'mail-1',
  to: 'maja@post.example',
  from: 'chat@norrsken.example',
  look: { name: 'Norrsken', accent: '#17624f' },
  page: 'https://shop.example/mug',
  language: 'en-GB',
  timeZone: 'Europe/Stockholm',
  lines: [
    { at: AT, from: 'visitor', text: 'Does the mug go in the dishwasher?', files: [] },
    { at: AT + 60_000, from: 'agent', name: 'Anna', text: 'It does.\nAt 60°.', files: [] },
    {
      at: AT + 12 * 3_600_000,
      ...{ from: 'visitor', text: 'Thanks', network: 'whatsapp' },
      files: [{ name: 'mug.png', size: 12_345 }]
    }
  ],
  isCut: false,
  ...change
})
