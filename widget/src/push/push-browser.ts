import { remembered } from '../remembered.ts'

/** What the session says of it. */
export interface PushOffer {
  /** The key the browser is to know the relay by, in base64url. */
  key: string
  /** The path of the service worker on the site. */
  worker: string
}

/** A subscription as the relay takes it. */
export interface Subscribed {
  endpoint: string
  keys: { p256dh: string; auth: string }
}

/** Under the service worker's own folder lies no page: it controls none, and a worker of the site is left alone. */
const scopeOf = (worker: string): string =>
  new URL('segue-push/', new URL(worker, location.href)).href

const keyOf = (site: string): string => `segue:${site}:push`

const find = async (worker: string): Promise<ServiceWorkerRegistration | undefined> => {
  const scope = scopeOf(worker)
  const found = await navigator.serviceWorker.getRegistration(scope)
  // The nearest around it is given where there is none: that is another's.
  return found?.scope === scope ? found : undefined
}

/** Resolves once the worker can be woken. */
const activated = (registration: ServiceWorkerRegistration): Promise<void> =>
  new Promise((resolve, reject) => {
    const coming = registration.installing ?? registration.waiting
    if (registration.active || !coming) return resolve()
    coming.onstatechange = () => {
      if (coming.state === 'activated') resolve()
      if (coming.state === 'redundant') reject(new Error('The service worker did not start.'))
    }
  })

const asSubscribed = (subscription: PushSubscription): Subscribed => {
  const { keys } = subscription.toJSON()
  return { endpoint: subscription.endpoint, keys: keys as Subscribed['keys'] }
}

/** What this browser has subscribed to for this visitor. */
export async function currentPush(site: string, { worker }: PushOffer): Promise<Subscribed | null> {
  if (!remembered(`${site}:push`) || Notification.permission !== 'granted') return null
  const subscription = await (await find(worker))?.pushManager.getSubscription()
  return subscription ? asSubscribed(subscription) : null
}

/**
 * Asks the visitor, who has just clicked, and subscribes. Undefined when they, or their browser, say no.
 *
 * @throws {Error} when the site serves no service worker, or the browser finds no push service
 */
export async function startPush(
  site: string,
  { key, worker }: PushOffer
): Promise<Subscribed | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return undefined
  const { serviceWorker } = navigator
  const registration =
    (await find(worker)) ?? (await serviceWorker.register(worker, { scope: scopeOf(worker) }))
  await activated(registration)
  // Of an earlier visitor, or by an earlier key: either way it is not this one's.
  await (await registration.pushManager.getSubscription())?.unsubscribe()
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: key
  })
  localStorage.setItem(keyOf(site), JSON.stringify({ worker }))
  return asSubscribed(subscription)
}

/** The browser is woken no more, and nothing of it is left. What it had subscribed to, for the relay to forget. */
export async function stopPush(site: string): Promise<string | undefined> {
  const { worker } = remembered(`${site}:push`) ?? {}
  if (!worker) return undefined
  localStorage.removeItem(keyOf(site))
  const registration = await find(worker)
  const subscription = await registration?.pushManager.getSubscription()
  await subscription?.unsubscribe()
  await registration?.unregister()
  return subscription?.endpoint
}
