import type { FileRef, HandoffReply, SessionReply } from '@segue/sdk'

const HOUR = 3_600_000

/** What the shop's visitors are told. */
export const SESSION: SessionReply = {
  ...{ visitor: 'visitor', secret: 'secret', token: 'token', expires: Date.now() + HOUR },
  conversation: null,
  look: {
    ...{ name: 'Norrsken', accent: '#285f54', accentDark: '#7cccb9', replyTime: 30 },
    logo: new URL('/shop/pictures/star.svg', location.origin).href
  },
  ways: [
    { account: 'whatsapp', network: 'whatsapp', address: '+46 76 600 00 00', byNumber: false },
    { account: 'sms', network: 'sms', address: '+46 76 600 00 01', byNumber: true }
  ],
  files: { maxBytes: 5_000_000, kinds: ['image/png', 'image/jpeg', 'application/pdf'] },
  rating: true
}

export const OFFER: HandoffReply = {
  ...{ id: 'handoff-2', code: 'K7Q2-M9XD', address: '+46 76 600 00 00' },
  link: 'https://wa.me/46766000000?text=Continue%20my%20chat%20%23K7Q2-M9XD',
  draft: 'Continue my chat #K7Q2-M9XD',
  expires: Date.now() + 24 * HOUR
}

/** A mug, from the shop. */
export const PICTURE: FileRef = {
  ...{ id: 'picture', name: 'mug.png', mime: 'image/png', size: 48_213 },
  url: new URL('/shop/pictures/mug.svg', location.origin).href
}

export const DOCUMENT: FileRef = {
  ...{ id: 'document', name: 'Care of glazed stoneware.pdf', mime: 'application/pdf' },
  ...{ size: 218_400, url: new URL('/shop/', location.origin).href }
}
