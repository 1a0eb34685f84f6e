import { isIP } from 'node:net'
import { isSupportedCountry } from 'libphonenumber-js/min'

/** Says what is wrong with a value, to be read after its path; undefined when nothing is. */
export type ValueCheck = (value: string) => { message: string; hint?: string } | undefined

const urlOf = (value: string): URL | undefined => {
  const url = URL.parse(value) ?? undefined
  return url && ['http:', 'https:'].includes(url.protocol) ? url : undefined
}

/** An absolute address over HTTP. */
export const checkUrl: ValueCheck = value =>
  urlOf(value)
    ? undefined
    : { message: 'is no address', hint: 'It begins with https:// or http://.' }

/** An address without anything behind its host. */
export const checkOrigin: ValueCheck = value => {
  const url = urlOf(value)
  if (!url) return { message: 'is no origin', hint: 'Write it as https://shop.example.' }
  return url.origin === value
    ? undefined
    : { message: 'is more than an origin', hint: `Write ${url.origin}` }
}

/** E.164, as the networks want it. */
export const checkNumber: ValueCheck = value => {
  if (/^\+[1-9]\d{6,14}$/.test(value)) return undefined
  const message = 'is no international phone number'
  return { message, hint: 'Write + and the country code, digits only: +46766000000.' }
}

export const checkLanguage: ValueCheck = value => {
  try {
    Intl.getCanonicalLocales(value)
    return undefined
  } catch {
    return { message: 'is no language', hint: 'Write it as en or pt-BR.' }
  }
}

export const checkTimeZone: ValueCheck = value => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return undefined
  } catch {
    return { message: 'is no time zone', hint: 'Write it as Europe/Stockholm.' }
  }
}

export const checkCountry: ValueCheck = value =>
  isSupportedCountry(value)
    ? undefined
    : { message: 'is no country', hint: 'Write its two letters: SE.' }

/** An account's id stands in a path, and `web` is the site itself. */
export const checkAccountId: ValueCheck = value => {
  if (value === 'web') return { message: 'is taken: web is the site itself' }
  if (/^[\w-]{1,64}$/.test(value)) return undefined
  return { message: 'is not in the right form', hint: 'Use letters, digits, - and _.' }
}

export const checkStore: ValueCheck = value => {
  if (/^sqlite:./.test(value)) return undefined
  return /^postgres(ql)?:/.test(value)
    ? { message: 'asks for PostgreSQL, which is not there yet', hint: 'Use sqlite:./data for now.' }
    : { message: 'is no store', hint: 'Write it as sqlite:./data.' }
}

const S3_PLACE = /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[\w.-]+)*\/?$/

export const checkFileStore: ValueCheck = value =>
  /^folder:./.test(value) || S3_PLACE.test(value)
    ? undefined
    : {
        message: 'is no place for files',
        hint: 'Write it as folder:./files, or s3://bucket/prefix.'
      }

export const checkSmtp: ValueCheck = value => {
  const url = URL.parse(value)
  const isGood = url && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname
  return isGood
    ? undefined
    : { message: 'is no mail server', hint: 'Write it as smtp://user:password@host:587.' }
}

export const checkBus: ValueCheck = () => ({
  message: 'asks for a bus between relays, which is not there yet',
  hint: 'Leave it out: one relay needs none.'
})

/** An address, or a network as `10.0.0.0/8`. */
export const checkProxy: ValueCheck = value => {
  const [address = '', bits = '0', ...more] = value.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  const isGood = isIP(address) > 0 && /^\d+$/.test(bits) && Number(bits) <= most && !more.length
  return isGood ? undefined : { message: 'is no IP address or network', hint: 'As in 10.0.0.0/8.' }
}
