import type { App } from './screen.ts'

/** A link that no app of the phone opens. */
export class NotADraftLink extends Error {
  override name = 'NotADraftLink' as const
}

/** Who a `wa.me` or `sms:` link writes to, and what it puts into the composer. @throws {NotADraftLink} */
export function readDraftLink(link: string): { app: App; to: string; text: string } {
  try {
    return readLink(link)
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause
    throw new NotADraftLink('The link holds broken percent signs.', { cause })
  }
}

function readLink(link: string): { app: App; to: string; text: string } {
  const url = URL.canParse(link) ? new URL(link) : null
  if (url?.host === 'wa.me') {
    return { app: 'whatsapp', to: numberIn(url.pathname), text: url.searchParams.get('text') ?? '' }
  }
  if (url?.protocol === 'sms:') {
    return { app: 'messages', to: numberIn(url.pathname), text: bodyIn(link) }
  }
  throw new NotADraftLink('The phone opens links to wa.me and sms: links.')
}

const numberIn = (path: string) => {
  const [number = ''] = path.split('&')
  return `+${decodeURIComponent(number).replace(/\D/g, '')}`
}

/** iOS reads `&body=`, Android and RFC 5724 `?body=`; links that mean both write `?&body=`. */
function bodyIn(link: string): string {
  const [, encoded = ''] = /[?&;]body=([^&]*)/i.exec(link) ?? []
  return decodeURIComponent(encoded)
}
