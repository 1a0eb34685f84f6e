import type { ChannelEvent } from '../../../relay/src/core/channel.ts'

type Message = Extract<ChannelEvent, { type: 'message' }>

const message = (at: number, id: string, more: Partial<Message>): ChannelEvent[] => [
  {
    type: 'message',
    providerId: `wamid.${id}`,
    from: ['phone:+16505551234'],
    name: 'Sheena Nelson',
    text: '',
    files: [],
    at: at * 1000,
    ...more
  }
]

const status = (at: number, id: string, more: object): ChannelEvent[] => [
  { type: 'status', providerId: `wamid.${id}`, status: 'sent', at: at * 1000, ...more }
]

const IN = 'HBgLMTY1MDM4Nzk0MzkVAgASGBQz'

/** What each recorded WhatsApp webhook means. */
export const whatsappEvents: Record<string, ChannelEvent[]> = {
  'whatsapp-cloud/in-text': message(1749416383, `${IN}QTRBNjU5OUFFRTAzODEwMTQ0RgA=`, {
    text: 'Does it come in another color?'
  }),
  'whatsapp-cloud/in-text-context': message(1750016800, `${IN}QTA2NTUwRkNEMDdFQjJCRUU0NQA=`, {
    text: 'Is this still available?'
  }),
  'whatsapp-cloud/in-text-ctwa-referral': message(1750275992, `${IN}QUQ0N0VFMDA2MTQ0RkJFNkNDNAA=`, {
    text: 'Hello! Can I get more info on this?'
  }),
  'whatsapp-cloud/in-text-bsuid-only': message(1778579582, 'cloud-bsuid-only-message', {
    from: ['whatsapp:IN.2081000000000001'],
    name: 'Muhsin',
    text: 'testing bsuid'
  }),
  'whatsapp-cloud/in-text-phone-and-bsuid': message(1778579582, 'cloud-phone-bsuid-message', {
    from: ['whatsapp:IN.2081000000000001', 'phone:+16505550103'],
    name: 'Muhsin',
    text: 'phone and bsuid'
  }),
  'whatsapp-cloud/in-button-reply': message(1750025136, `${IN}QTZBQzg0MzQ4QjRCM0NGNkVGOAA=`, {
    text: 'Cancel',
    button: 'cancel-button'
  }),
  'whatsapp-cloud/in-list-reply': message(1749854575, `${IN}QUJDQ0NDM0FEODY4ODkzOTc5RgA=`, {
    text: 'Priority Mail Express',
    button: 'priority_express'
  }),
  'whatsapp-cloud/in-template-button': message(1750091045, `${IN}QUU0M0MxQzQzMUJCMTMwNUZFOQA=`, {
    text: 'Unsubscribe',
    button: 'Unsubscribe'
  }),
  'whatsapp-cloud/in-image': message(1744344496, `${IN}QTRBNjU5OUFFRTAzODEwMTQ0RgA=`, {
    text: 'Taj Mahal',
    files: [{ ref: '1003383421387256', name: 'image.jpg', mime: 'image/jpeg' }]
  }),
  'whatsapp-cloud/in-media-error': message(1664799904, 'media-err', {
    from: ['phone:+2423423243'],
    name: 'Sojan Jose',
    text: 'Check out my product!\n[A file that WhatsApp could not deliver]'
  }),
  'whatsapp-cloud/in-location': message(1744344496, `${IN}QTU2MjZEMDBGRkE3MENEMDE0RQA=`, {
    text:
      '📍 Philz Coffee, 101 Forest Ave, Palo Alto, CA 94301\n' +
      'https://www.google.com/maps?q=37.44221496582,-122.16165924072'
  }),
  'whatsapp-cloud/in-contacts': message(1744344496, `${IN}QTRBNjU5OUFFRTAzODEwMTQ0RgA=`, {
    text: '👤 Lucía Gómez, +1 (983) 555-2319'
  }),
  'whatsapp-cloud/in-unsupported': message(
    1750090702,
    'HBgLMTQyMDU1NTA3NDkVAgASGBI5N0MwRjg0RTVBNUI1RDA2OTkA',
    { text: '[A message that cannot be shown here]' }
  ),
  'whatsapp-cloud/in-reaction': [],
  'whatsapp-cloud/in-system-number-changed': [],
  'whatsapp-cloud/echo-smb-app': [],
  'whatsapp-cloud/st-sent-2023': status(
    1672720505,
    'HBgLMTY1MDU1NTAxMDIVAgARGBI5QUU5MTIwOTU4QUZDODAxMzEA',
    {}
  ),
  'whatsapp-cloud/st-sent-2026': status(
    1778809221,
    'HBgLMTY1MDU1NTAxMDEVAgARGBI1N0IzMjVFREZBMkY4QjFGRjUA',
    {}
  ),
  'whatsapp-cloud/st-delivered': status(
    1750263773,
    'HBgLMTY1MDM4Nzk0MzkVAgARGBI3MTE5MjVBOTE3MDk5QUVFM0YA',
    { status: 'delivered' }
  ),
  'whatsapp-cloud/st-failed-131047': status(1638420000, 'XXX', {
    status: 'failed',
    reason: {
      code: '131047',
      text: 'The person has not written for 24 hours: only a template may be sent now.'
    },
    why: 'window_closed'
  })
}
