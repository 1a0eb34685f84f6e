import { whatsappCloud } from '../../../relay/src/channels/whatsapp-cloud.ts'
import { META_SECRET } from './fixtures.ts'

/** What the channel takes for now. */
export const NOW = Date.UTC(2026, 10, 21, 12)

/** Our WhatsApp number, with its API at `apiUrl`. */
export const open = (apiUrl?: string, timeoutMs = 5000, settings = {}) =>
  whatsappCloud(
    {
      id: 'wa',
      number: '+46 76 600 00 00',
      phoneNumberId: '106540352242922',
      accessToken: 'meta-token',
      appSecret: META_SECRET,
      verifyToken: 'meta-verify',
      publicUrl: 'https://relay.example',
      ...(apiUrl !== undefined && { apiUrl }),
      ...settings
    },
    { now: () => NOW, timeoutMs }
  )
