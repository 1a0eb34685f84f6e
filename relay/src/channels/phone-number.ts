import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** The digits of a number: `46766000000`, as WhatsApp writes it. */
export const digitsOf = (number: string): string => number.replace(/\D/g, '')

/** A number as people read it: `+46 76 600 00 00`. What is no number stays as it is. */
export const formatNumber = (number: string): string =>
  parsePhoneNumberFromString(number)?.formatInternational() ?? number

/** The name of a person by number: `phone:+46700000001`. Undefined for what is no international number. */
export const phoneName = (number: string): string | undefined =>
  /^\+?[1-9]\d{4,14}$/.test(number) ? `phone:+${digitsOf(number)}` : undefined

/** What follows a prefix in the first name that has it. */
export const nameWith = (prefix: string, names: string[]): string | undefined =>
  names.find(name => name.startsWith(prefix))?.slice(prefix.length)
