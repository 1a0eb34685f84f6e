import type { Owner } from './screen.ts'

/** The people with phones, and which of the phones is in the visitor's hand. */
export interface Owners {
  owners: readonly Owner[]
  /** By number, with its `+`. */
  ownerOf(number: string): Owner | undefined
  ownerByUserId(userId: string): Owner | undefined
  /** Number of the phone that is in the visitor's hand: links open there. */
  inHand(): string
  takeInHand(number: string): void
  setSharesNumber(number: string, shares: boolean): void
}

/** The two phones of the demo. */
export const TWO_PHONES: readonly Owner[] = [
  {
    number: '+46700000001',
    name: 'Maja',
    userId: 'SE.2081000000000001',
    username: 'maja',
    sharesNumber: true
  },
  {
    number: '+46700000002',
    name: 'Ola',
    userId: 'SE.2081000000000002',
    username: 'ola',
    sharesNumber: true
  }
]

export function createOwners(people: readonly Owner[], changed: () => void): Owners {
  const owners = people.map(owner => ({ ...owner }))
  let inHand = owners[0]?.number ?? ''
  const ownerOf = (number: string) => owners.find(owner => owner.number === number)
  return {
    owners,
    ownerOf,
    ownerByUserId: userId => owners.find(owner => owner.userId === userId),
    inHand: () => inHand,
    takeInHand(number) {
      inHand = mustFind(ownerOf(number), number).number
      changed()
    },
    setSharesNumber(number, shares) {
      mustFind(ownerOf(number), number).sharesNumber = shares
      changed()
    }
  }
}

/** @throws {NoSuchPhone} */
export function mustFind(owner: Owner | undefined, number: string): Owner {
  if (!owner) throw new NoSuchPhone(`There is no phone ${number} in the demo.`)
  return owner
}

export class NoSuchPhone extends Error {
  override name = 'NoSuchPhone' as const
}
