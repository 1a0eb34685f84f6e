import type { Me, Surface } from '@segue/sdk/protocol'
import { t } from '../strings.ts'

/** What people call a network: `WhatsApp`, `SMS`, `Site`. */
export function networkName(network: string): string {
  if (Object.hasOwn(t.networks, network)) return t.networks[network]!
  return network.charAt(0).toUpperCase() + network.slice(1)
}

/** The network's name; with the company's own address where two accounts share a network. */
export function surfaceName(surface: Surface, accounts: Me['accounts']): string {
  const name = networkName(surface.network)
  const twins = accounts.filter(({ network }) => network === surface.network)
  const own = twins.find(({ account }) => account === surface.account)
  return own && twins.length > 1 ? `${name} ${own.address}` : name
}

/** Why a message went where it went, in words. What the relay says in words already stays as it is. */
export const becauseWords = (because: string): string =>
  Object.hasOwn(t.because, because) ? t.because[because]! : because
