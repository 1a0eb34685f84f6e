/*
 * Segue's service worker: shows that there is an answer, and leads to it. A browser takes it from the site alone, which serves
 * this file, or one line: importScripts('https://the-relay/widget/push.js')
 */
{
  const read = data => {
    try {
      return data.json()
    } catch {
      // A browser that was woken has to show something.
      return {}
    }
  }

  const show = async ({ id, tag = 'segue', title = location.host, body, icon, url }) => {
    const shown = await registration.getNotifications({ tag })
    // The same once more makes no sound once more.
    const isNews = !shown.some(({ data }) => data?.id && data.id === id)
    const rest = { ...(body && { body }), ...(icon && { icon }) }
    await registration.showNotification(title, {
      tag,
      renotify: isNews,
      data: { id, url },
      ...rest
    })
  }

  /** A page of this site, whatever the message says. */
  const pageOf = url => {
    const home = `${location.origin}/`
    try {
      const page = new URL(url ?? '', home)
      return page.origin === location.origin ? page.href : home
    } catch {
      return home
    }
  }

  const bare = url => url.split(/[?#]/)[0]

  /** To a tab that is open: the page of the chat, else one that is in view, else any. Without one, to a new tab. */
  const open = async page => {
    const tabs = await clients.matchAll({ type: 'window', includeUncontrolled: true })
    const tab =
      tabs.find(({ url }) => bare(url) === bare(page)) ??
      tabs.find(({ visibilityState }) => visibilityState === 'visible') ??
      tabs[0]
    if (tab) await tab.focus()
    else await clients.openWindow(page)
  }

  addEventListener('install', () => skipWaiting())
  addEventListener('push', event => event.waitUntil(show(read(event.data))))
  addEventListener('notificationclick', event => {
    const { tag, data } = event.notification
    // A site with a worker of its own may hold both: only ours is ours.
    if (!tag.startsWith('segue')) return
    event.notification.close()
    event.waitUntil(open(pageOf(data?.url)))
  })
}
