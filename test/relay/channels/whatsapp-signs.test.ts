import { expect, it, onTestFinished } from 'vitest'
import { startProvider } from '../../doubles/provider.ts'
import { open } from './whatsapp-account.ts'

async function openAt() {
  const provider = await startProvider()
  onTestFinished(() => provider.close())
  provider.answers({ status: 200, body: { success: true } })
  return { provider, channel: open(provider.url) }
}

const read = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.IN1' }

it('tells Meta that a message was read by this request and no other', async () => {
  const { provider, channel } = await openAt()
  await channel.markRead!('wamid.IN1')
  expect(provider.asked).toMatchObject([
    {
      method: 'POST',
      path: '/v23.0/106540352242922/messages',
      headers: { authorization: 'Bearer meta-token', 'content-type': 'application/json' }
    }
  ])
  expect(JSON.parse(provider.asked[0]!.body)).toEqual(read)
})

it('tells Meta that somebody answers by the same request, which says so too', async () => {
  const { provider, channel } = await openAt()
  await channel.showTyping!('wamid.IN1')
  const [asked, ...more] = provider.asked.map(({ body }) => JSON.parse(body))
  expect(asked).toEqual({ ...read, typing_indicator: { type: 'text' } })
  expect(more).toEqual([])
})
