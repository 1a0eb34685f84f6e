import { metaCall } from '../relay/channels/fixtures.ts'
import { testWhatsApp } from './relay.ts'

/** Writes to the test relay's WhatsApp number, as Meta tells it. */
export async function writeOnWhatsApp(
  url: string,
  { text, id, at }: { text: string; id: string; at: number }
): Promise<void> {
  const from = '46700000001'
  const timestamp = String(Math.floor(at / 1000))
  const value = {
    metadata: { phone_number_id: testWhatsApp.phoneNumberId },
    messages: [{ from, id, timestamp, type: 'text', text: { body: text } }]
  }
  const entry = [{ changes: [{ field: 'messages', value }] }]
  const { headers, body } = metaCall({ entry }, testWhatsApp.appSecret)
  const { status } = await fetch(`${url}/webhooks/whatsapp`, {
    method: 'POST',
    headers: headers as Record<string, string>,
    body: Buffer.from(body)
  })
  if (status !== 200) throw new Error(`The relay did not take the message: ${status}`)
}
