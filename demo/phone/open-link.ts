import { openLink } from './ask.ts'
import { askToVisit } from './visit.ts'

/** Opens `/phone/#open=<wa.me or sms: link>`, now and whenever the address changes. */
export function openLinkFromAddress(): void {
  const follow = () => {
    const link = new URLSearchParams(location.hash.slice(1)).get('open')
    if (link === null) return
    history.replaceState(null, '', location.pathname + location.search)
    openLink(link).catch(() => undefined)
  }
  window.addEventListener('hashchange', follow)
  follow()
}

const OWN_LINK = /^(https:\/\/wa\.me\/|sms:)/

/** A tapped link: drafts open on this phone, pages in the shop's frame or in a tab of their own. */
export function followTappedLink(event: MouseEvent): void {
  const link = (event.currentTarget as HTMLAnchorElement).href
  if (OWN_LINK.test(link)) {
    event.preventDefault()
    openLink(link).catch(() => undefined)
  } else if (askToVisit(link)) event.preventDefault()
}
