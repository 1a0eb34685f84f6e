import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/**
 * Puts a server a round trip of so many milliseconds away. What a connection carries comes half of that later, each way.
 * Nothing of a new connection goes before a whole round trip is over, as when it were made over the real distance: who hangs
 * up before has said nothing.
 */
export async function putFarAway(port: number, roundTripMs: number) {
  const sockets = new Set<Socket>()
  let isCut = false

  const hold = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
  }

  const server = createServer(near => {
    hold(near)
    if (isCut) return near.resetAndDestroy()
    const early: Buffer[] = []
    const keep = (chunk: Buffer) => void early.push(chunk)
    near.on('data', keep)
    setTimeout(() => {
      if (!near.readable) return near.destroy()
      const far = connect(port, '127.0.0.1')
      hold(far)
      near.off('data', keep)
      carry(near, far, roundTripMs / 2)
      carry(far, near, roundTripMs / 2)
      for (const chunk of early) near.emit('data', chunk)
    }, roundTripMs)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))

  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Cuts the way there, or mends it. */
    set isCut(now: boolean) {
      isCut = now
      if (now) cut()
    },
    async close() {
      cut()
      await new Promise(resolve => server.close(resolve))
    }
  }
}

function carry(from: Socket, to: Socket, afterMs: number): void {
  from.on('data', chunk => void setTimeout(() => to.writable && to.write(chunk), afterMs))
  from.on('close', () => void setTimeout(() => to.end(), afterMs))
}
