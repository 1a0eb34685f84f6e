import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** A number as people type it, in E.164; undefined when it cannot be one. Without `+` it is read as the country's own. */
export function readPhoneNumber(typed: string, country: string): string | undefined {
  const number = parsePhoneNumberFromString(typed, country as CountryCode)
  return number?.isValid() ? number.number : undefined
}
