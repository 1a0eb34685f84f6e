import { lookup as lookupHost } from 'node:dns'
import { BlockList, isIPv6, type LookupFunction } from 'node:net'

/** The push services of the browsers there are, and every host below them. */
const HOSTS = [
  'fcm.googleapis.com', // Chrome, Edge on Android, Opera, Samsung
  'push.services.mozilla.com', // Firefox
  'push.apple.com', // Safari
  'notify.windows.com' // Edge
]

/** Longest endpoint that is called, in characters: the longest known are half as long. */
const LONGEST = 1000

/**
 * Says which endpoints may be called: over TLS, at a push service we know, on its usual port. `more` are origins an operator has
 * named, `https://push.example`: those are called as they are.
 */
export function createKnownServices(more: readonly string[] = []) {
  const named = new Set(more)
  /** Whether an operator answers for it, wherever it lies. */
  const isNamed = (endpoint: string): boolean => named.has(URL.parse(endpoint)?.origin ?? '')
  const knows = (endpoint: string): boolean => {
    if (endpoint.length > LONGEST) return false
    if (isNamed(endpoint)) return true
    const url = URL.parse(endpoint)
    if (url?.protocol !== 'https:' || url.port || url.username || url.password) return false
    return HOSTS.some(host => url.hostname === host || url.hostname.endsWith(`.${host}`))
  }
  return { knows, isNamed }
}

const inside = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3]
] as const) {
  inside.addSubnet(net, bits)
}
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8]
] as const) {
  inside.addSubnet(net, bits, 'ipv6')
}

/** Whether an address is somewhere in this machine or its own network. An IPv4 address in IPv6's clothes counts as what it is. */
export const isInside = (address: string): boolean =>
  inside.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')

/** Finds a host's addresses as usual, and none that lie inside: a name may lead anywhere. */
export const lookupOutside: LookupFunction = (host, options, done) =>
  lookupHost(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, [])
    const outside = found.filter(({ address }) => !isInside(address))
    const [first] = outside
    if (!first) {
      const refused = new Error(`${host} lies inside this network.`)
      return done(Object.assign(refused, { code: 'EINSIDE' }), [])
    }
    return options.all ? done(null, outside) : done(null, first.address, first.family)
  })
