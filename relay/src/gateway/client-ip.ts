import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** Whom to believe about where a call came from: nobody, so many proxies, or the proxies at these addresses. */
export type TrustProxy = number | string[] | undefined

/** Where a call came from, as far as it can be trusted: by default the other end of the socket, whatever headers say. */
export function createClientIp(trust: TrustProxy): (req: IncomingMessage) => string {
  const isProxy = proxyCheck(trust)
  return req => {
    const forwarded = String(req.headers['x-forwarded-for'] ?? '')
      .split(',')
      .map(part => part.trim())
      .filter(part => isIP(part) > 0)
    // From the nearest hop outwards: the first one that is no proxy of ours is the client.
    const hops = [plain(req.socket.remoteAddress ?? ''), ...forwarded.reverse()]
    return hops.find((hop, index) => !isProxy(hop, index)) ?? hops.at(-1)!
  }
}

function proxyCheck(trust: TrustProxy): (address: string, index: number) => boolean {
  if (trust === undefined) return () => false
  if (typeof trust === 'number') return (_address, index) => index < trust
  const list = new BlockList()
  for (const entry of trust) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return address => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** Dual-stack sockets name an IPv4 peer in IPv6: `::ffff:10.0.0.1`. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, '')
