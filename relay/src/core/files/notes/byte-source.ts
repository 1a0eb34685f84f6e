/** Bytes that come in pieces of any size, taken in the sizes that are wanted. */
export interface ByteSource {
  /** So many bytes, or as many as there are left. Only for small amounts: they are held. */
  take(count: number): Promise<Uint8Array>
  /** The next piece as it came, never empty; undefined at the end. */
  piece(): Promise<Uint8Array | undefined>
  /** Puts back what was taken last, or a part of it. */
  unread(bytes: Uint8Array): void
  /** So many bytes, or as many as there are left, piece by piece. */
  pass(count: number): AsyncGenerator<Uint8Array>
  /** Leaves out so many bytes. */
  skip(count: number): Promise<void>
}

const EMPTY = new Uint8Array()

/** Reads pieces as they are wanted. Their own end, and what they throw, is the source's. */
export function sourceOf(pieces: AsyncIterator<Uint8Array>): ByteSource {
  let held: Uint8Array[] = []

  const piece = async (): Promise<Uint8Array | undefined> => {
    const first = held.shift()
    if (first) return first
    for (;;) {
      const { done, value } = await pieces.next()
      if (done) return undefined
      if (value.byteLength > 0) return value
    }
  }

  const unread = (bytes: Uint8Array) => {
    if (bytes.byteLength > 0) held = [bytes, ...held]
  }

  async function* pass(count: number): AsyncGenerator<Uint8Array> {
    let left = count
    while (left > 0) {
      const next = await piece()
      if (!next) return
      unread(next.subarray(left))
      const taken = next.subarray(0, left)
      left -= taken.byteLength
      yield taken
    }
  }

  return {
    ...{ piece, unread, pass },
    async take(count) {
      const parts: Uint8Array[] = []
      for await (const part of pass(count)) parts.push(part)
      return parts.length > 1 ? Buffer.concat(parts) : (parts[0] ?? EMPTY)
    },
    async skip(count) {
      for await (const _ of pass(count));
    }
  }
}
