import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { importJWK, type JWTPayload, jwtVerify } from 'jose'

/** One message, as the browser it was for reads it. */
export interface Pushed {
  browser: string
  headers: IncomingHttpHeaders
  payload: Record<string, string>
  /** Who says they sent it: checked against the key they sent along. */
  claims: JWTPayload
  key: string
}

type Answer = { status: number; headers?: Record<string, string> } | 'drop'

/** A browser with keys of its own, as a push service knows it. */
function createBrowser(endpoint: string) {
  const curve = createECDH('prime256v1')
  const auth = randomBytes(16)
  const publicKey = curve.generateKeys()
  const subscription = {
    endpoint,
    keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') }
  }

  /** RFC 8188 and 8291, of one record. */
  const read = (body: Buffer): string => {
    const salt = body.subarray(0, 16)
    const idLength = body[20]!
    const sender = body.subarray(21, 21 + idLength)
    const record = body.subarray(21 + idLength)
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender])
    const derive = (ikm: Buffer, from: Buffer, what: Buffer, length: number) =>
      Buffer.from(hkdfSync('sha256', ikm, from, what, length))
    const ikm = derive(curve.computeSecret(sender), auth, info, 32)
    const key = derive(ikm, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
    const nonce = derive(ikm, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
    const decipher = createDecipheriv('aes-128-gcm', key, nonce)
    decipher.setAuthTag(record.subarray(-16))
    const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
    return plain.subarray(0, plain.lastIndexOf(2)).toString()
  }
  return { subscription, read }
}

/** Checks who signed a message, as a push service does (RFC 8292). */
async function verify(authorization: string, audience: string) {
  const { t = '', k = '' } = Object.fromEntries(
    authorization
      .replace(/^vapid /, '')
      .split(',')
      .map(part => part.trim().split(/=(.*)/s))
  )
  const point = Buffer.from(k, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map(part => part.toString('base64url'))
  const key = await importJWK({ kty: 'EC', crv: 'P-256', x: x!, y: y! }, 'ES256')
  return { claims: (await jwtVerify(t, key, { audience })).payload, key: k }
}

/** A push service on the loopback interface, speaking the real protocol, with as many browsers as a test wants. */
export async function startPushService() {
  const browsers = new Map<string, ReturnType<typeof createBrowser>>()
  const pushed: Pushed[] = []
  let answer: (browser: string) => Answer = () => ({ status: 201 })

  const server = createServer(async (req, res) => {
    const name = req.url!.slice(1)
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk)
    const given = answer(name)
    if (given === 'drop') return req.socket.destroy()
    const browser = browsers.get(name)
    if (browser && given.status < 300) {
      const signed = await verify(req.headers.authorization ?? '', origin)
      const payload = JSON.parse(browser.read(Buffer.concat(chunks)))
      pushed.push({ browser: name, headers: req.headers, payload, ...signed })
    }
    res.writeHead(browser ? given.status : 404, given.headers).end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    /** What to name as `push.services`. */
    origin,
    pushed,
    /** A browser's subscription, as its page gets it. */
    subscribe(name: string) {
      const browser = createBrowser(`${origin}/${name}`)
      browsers.set(name, browser)
      return browser.subscription
    },
    answers(next: typeof answer) {
      answer = next
    },
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  }
}
