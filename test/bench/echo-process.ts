import { WebSocketServer } from 'ws'

/** The floor: a bare ws server that sends back what it gets. Prints its port; ends when its input does. */
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', socket => {
  socket.on('error', () => {})
  socket.on('message', data => socket.send(data.toString()))
})
server.on('listening', () => {
  const address = server.address()
  if (address && typeof address === 'object') console.info(JSON.stringify({ port: address.port }))
})
process.stdin.on('data', () => {
  globalThis.gc?.()
  console.info(JSON.stringify({ rss: process.memoryUsage().rss }))
})
process.stdin.on('end', () => process.exit(0))
