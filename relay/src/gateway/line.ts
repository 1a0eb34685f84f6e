import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { type CloseReason, closeCodes } from '@segue/sdk/protocol'
import type { RawData, WebSocket } from 'ws'
import { createBucket } from './bucket.ts'
import { createCork } from './cork.ts'
import { textOf } from './frame-text.ts'
import type { Peer, Receiver } from './peer.ts'
import type { Rim } from './rim.ts'

/** Frames of one connection that may wait for the ones before them. Above it the socket is not read. */
const MAX_WAITING = 32

/** One WebSocket: frames out, with a limit on what lies unread, and frames in, one after another. */
export interface Line {
  /** Says that the relay is there, and ends the line of a client that did not answer the last time. */
  beat(): void
  /** Ends the line once what was read has been dealt with. Resolves when it is gone. */
  finish(reason: CloseReason): Promise<void>
}

/** `wire` is what the socket writes to. */
export function openLine(
  rim: Rim,
  { socket, wire }: { socket: WebSocket; wire: Writable },
  listen: (peer: Peer<object>) => Receiver
): Line {
  const peer = peerOver(rim, socket, wire)
  const receiver = listen(peer)
  const settled = readFrames(rim, socket, { peer, receiver })
  const hello = setTimeout(() => {
    if (!receiver.greeted) peer.close('timeout')
  }, rim.timing.helloMs)
  hello.unref()
  socket.on('close', () => {
    clearTimeout(hello)
    receiver.leave()
  })
  return {
    beat: beatOf(socket, peer),
    async finish(reason) {
      await settled()
      const gone = once(socket, 'close')
      peer.close(reason)
      if (socket.readyState !== socket.CLOSED) await gone
      await settled()
    }
  }
}

function peerOver({ limits, timing, log }: Rim, socket: WebSocket, wire: Writable): Peer<object> {
  const close = (reason: CloseReason) => {
    if (socket.readyState !== socket.OPEN) return
    log.debug('closing a connection', { reason })
    socket.close(closeCodes[reason].code, reason)
    // Whoever does not read will not read this either.
    setTimeout(() => socket.terminate(), timing.closeMs).unref()
  }
  const cork = createCork(wire, () => {
    if (socket.bufferedAmount > limits.unreadBytes) close('slow')
  })
  return {
    send(frame) {
      if (socket.readyState !== socket.OPEN) return
      cork()
      socket.send(textOf(frame))
    },
    close
  }
}

/** Reads frames in turn. Gives back a way to wait until all that were read have been dealt with. */
function readFrames(
  { limits, ports }: Rim,
  socket: WebSocket,
  { peer, receiver }: { peer: Peer<object>; receiver: Receiver }
): () => Promise<void> {
  const { framesPerSecond: rate, frameBurst: burst } = limits
  const mayCome = createBucket({ rate, burst }, ports.now)
  let waiting = 0
  let last = Promise.resolve()

  const done = () => {
    waiting -= 1
    if (socket.isPaused && waiting < MAX_WAITING / 2) socket.resume()
  }

  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (socket.readyState !== socket.OPEN) return
    if (isBinary) return peer.close('badFrame')
    if (!mayCome()) return peer.close('tooMany')
    waiting += 1
    if (waiting > MAX_WAITING) socket.pause()
    const raw = String(data)
    last = last.then(() => receiver.receive(raw)).then(done)
  })
  return () => last
}

function beatOf(socket: WebSocket, peer: Peer<object>): () => void {
  let isAlive = true
  const live = () => {
    isAlive = true
  }
  socket.on('pong', live)
  socket.on('message', live)
  return () => {
    if (!isAlive) return peer.close('timeout')
    isAlive = false
    socket.ping()
    // A browser does not show the ping above to its page.
    peer.send({ type: 'ping' })
  }
}
