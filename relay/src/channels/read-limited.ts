/**
 * Reads a response to its end, but not past `maxBytes`.
 *
 * @throws {Error} when there is more, or the connection ends early
 */
export async function readLimited(response: Response, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  // Leaving the loop early cancels the stream, and with it the connection.
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > maxBytes) throw new Error(`The answer is larger than ${maxBytes} bytes.`)
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
