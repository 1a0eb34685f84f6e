/** Gives back the whole messages there are by now: of a WebSocket once `isSocket`, else of HTTP. */
export function createSplitter(): (chunk: Buffer, isSocket: boolean) => Generator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  return function* split(chunk, isSocket) {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const length = isSocket ? frameLength(rest) : messageLength(rest)
      if (!length || rest.length < length) return
      yield rest.subarray(0, length)
      rest = rest.subarray(length)
    }
  }
}

/** Of the first frame, in bytes; 0 while that cannot be told (RFC 6455 §5.2). */
function frameLength(bytes: Buffer): number {
  if (bytes.length < 2) return 0
  const mask = bytes[1]! & 0x80 ? 4 : 0
  const short = bytes[1]! & 0x7f
  const extra = short === 126 ? 2 : short === 127 ? 8 : 0
  if (bytes.length < 2 + extra) return 0
  const length =
    extra === 2 ? bytes.readUInt16BE(2) : extra === 8 ? Number(bytes.readBigUInt64BE(2)) : short
  return 2 + extra + mask + length
}

/** Of the first request or answer, in bytes; 0 while that cannot be told. Those we send have a length. */
function messageLength(bytes: Buffer): number {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return 0
  const head = bytes.subarray(0, end).toString('latin1')
  const [, length = '0'] = /^content-length: *(\d+)/im.exec(head) ?? []
  return end + 4 + Number(length)
}
