import { digitsOf } from './webhook-values.ts'

/** A WhatsApp message id, built like the real ones: the other side's number and a random part, in base64. */
export function mintWamid(number: string, way: 'in' | 'out', random: string): string {
  const digits = digitsOf(number)
  const key = way === 'in' ? `3A${random.slice(2)}` : random.slice(2)
  const bytes = [
    Buffer.from([0x1c, 0x18, digits.length]),
    Buffer.from(digits),
    Buffer.from([0x15, 0x02, 0x00, way === 'in' ? 0x12 : 0x11, 0x18, key.length]),
    Buffer.from(`${key.toUpperCase()}\0`)
  ]
  return `wamid.${Buffer.concat(bytes).toString('base64')}`
}
