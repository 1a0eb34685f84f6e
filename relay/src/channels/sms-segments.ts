// 3GPP TS 23.038 §6.2.1, the default alphabet and its extension table.
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENDED = '\f^{}\\[~]|€'

const SEPTETS = new Map([
  ...[...BASIC].map(point => [point, 1] as const),
  ...[...EXTENDED].map(point => [point, 2] as const)
])

/** How a text travels as SMS. `units` are septets, or UTF-16 code units once one character is not in GSM-7. */
export interface SmsSize {
  encoding: 'gsm7' | 'ucs2'
  units: number
  segments: number
}

/** Measures a text the way operators bill it: 160 or 70 units alone, 153 or 67 in each of several segments. */
export function smsSize(text: string): SmsSize {
  const points = [...text]
  const gsm7 = points.every(point => SEPTETS.has(point))
  const costs = points.map(point => (gsm7 ? SEPTETS.get(point)! : point.length))
  const units = costs.reduce((sum, cost) => sum + cost, 0)
  const [single, several] = gsm7 ? [160, 153] : [70, 67]
  return {
    encoding: gsm7 ? 'gsm7' : 'ucs2',
    units,
    segments: units <= single ? Math.min(units, 1) : countSegments(costs, several)
  }
}

/** A character that costs two units is never cut in half: it moves to the next segment. */
function countSegments(costs: number[], size: number): number {
  let segments = 1
  let used = 0
  for (const cost of costs) {
    if (used + cost > size) {
      segments++
      used = 0
    }
    used += cost
  }
  return segments
}
