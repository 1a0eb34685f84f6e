/** The demo's frames talk over this channel. The same name stands in the index page. */
const CHANNEL = 'segue-demo'

/** Beside the shop, pages open in the shop's frame: asks for it, and says whether there is one. */
export function askToVisit(url: string): boolean {
  if (window.parent === window || new URL(url).host !== location.host) return false
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage({ visit: url })
  channel.close()
  return true
}
