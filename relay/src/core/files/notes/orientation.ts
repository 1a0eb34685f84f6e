const ORIENTATION = 0x0112
const SHORT = 3

/** How a picture is to be turned, by the notes of a camera (TIFF): 1 to 8. Undefined where they do not tell, or are none. */
export function readOrientation(tiff: Uint8Array): number | undefined {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  if (tiff.byteLength < 8) return undefined
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return undefined
  const little = order === 0x4949
  const start = view.getUint32(4, little)
  if (start + 2 > tiff.byteLength) return undefined
  const count = view.getUint16(start, little)
  for (let at = start + 2; at < start + 2 + count * 12 && at + 12 <= tiff.byteLength; at += 12) {
    if (view.getUint16(at, little) !== ORIENTATION) continue
    const value = view.getUint16(at + 8, little)
    const isOne = view.getUint16(at + 2, little) === SHORT && value >= 1 && value <= 8
    return isOne ? value : undefined
  }
  return undefined
}

/** Notes that say how the picture is to be turned, and nothing else. 26 bytes. */
export function orientationOnly(value: number): Uint8Array {
  const tiff = Buffer.alloc(26)
  // Little-endian; one entry, at 8: its tag, its type, how many values, and the value.
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(ORIENTATION, 10)
  tiff.writeUInt16LE(SHORT, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(value, 18)
  return tiff
}

/** Some write this before the notes, where only the notes belong. */
const PREFIX = 'Exif\0\0'

/** The notes alone. */
export const withoutPrefix = (bytes: Uint8Array): Uint8Array =>
  startsWith(bytes, PREFIX) ? bytes.subarray(PREFIX.length) : bytes

/** Whether bytes begin with these, each letter a byte. */
export const startsWith = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text
