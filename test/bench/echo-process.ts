import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { answerParent } from './answer-parent.ts'

/** The floor: a bare ws server that sends back what it gets. */
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', socket => {
  socket.on('error', () => {})
  socket.on('message', data => socket.send(data.toString()))
})
server.on('listening', () => answerParent((server.address() as AddressInfo).port))
