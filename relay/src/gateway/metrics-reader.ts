import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { BlockList } from 'node:net'
import { Refused } from '../core/refusal.ts'
import { bearerOf } from './tokens.ts'

const own = new BlockList()
own.addSubnet('127.0.0.0', 8)
own.addAddress('::1', 'ipv6')

/**
 * Lets through who may read the numbers, which tell a company's business: with a token whoever brings it, without one
 * this machine alone. The check it makes throws {@link Refused} `unauthorized`.
 */
export function metricsReader(token: string | undefined): (req: IncomingMessage) => void {
  const hash = token === undefined ? undefined : hashOf(token)
  return req => {
    const { authorization } = req.headers
    const may = hash ? timingSafeEqual(hash, hashOf(bearerOf(authorization))) : isFromHere(req)
    if (may) return
    throw new Refused(
      'unauthorized',
      'Set metricsToken in the configuration, and send it as a bearer token.'
    )
  }
}

/** Whether it was asked on this machine, and not by way of a proxy that runs here. */
const isFromHere = ({ socket, headers }: IncomingMessage): boolean =>
  !(headers['x-forwarded-for'] || headers.forwarded || headers.via) &&
  own.check(socket.remoteAddress ?? '', socket.remoteFamily === 'IPv6' ? 'ipv6' : 'ipv4')

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
