const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENDED = '\f^{}\\[~]|€'

/** How many text messages a text is charged as: one foreign letter makes them all shorter. */
export function countSegments(text: string): number {
  const gsm = [...text].every(char => BASIC.includes(char) || EXTENDED.includes(char))
  const length = gsm
    ? [...text].reduce((sum, char) => sum + (EXTENDED.includes(char) ? 2 : 1), 0)
    : text.length
  const [single, joined] = gsm ? [160, 153] : [70, 67]
  return length <= single ? 1 : Math.ceil(length / joined)
}
