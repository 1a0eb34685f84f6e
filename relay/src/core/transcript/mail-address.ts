import { Refused } from '../refusal.ts'

const LONGEST = 254
/** One address, without names, comments, quotes or a second line: what stands here goes into a header as it is. */
const FORM =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u

/** A mail address that somebody typed, in its usual writing. @throws {Refused} `invalid` */
export function readMailAddress(typed: string): string {
  const address = typed.trim()
  const isGood = address.length <= LONGEST && FORM.test(address) && !/^\.|\.\.|\.@/.test(address)
  if (!isGood) throw new Refused('invalid', 'This is no mail address.', 'email')
  const at = address.lastIndexOf('@')
  return address.slice(0, at + 1) + address.slice(at + 1).toLowerCase()
}

/** A mail address to be shown to those who need not know it: `m•••@post.example`. */
export const maskMailAddress = (address: string): string =>
  address.replace(/^(.)[^@]*(?=@)/u, '$1•••')
