import { vi } from 'vitest'

interface Registered {
  scope: string
  subscription: object | null
}

/** A browser that knows Web Push, as far as the widget asks it. Its push service takes whatever comes. */
export function pushBrowser({ answer = 'granted' as NotificationPermission } = {}) {
  const registered: Registered[] = []
  let subscribed = 0
  const Notification = {
    permission: 'default' as NotificationPermission,
    requestPermission: vi.fn(async () => {
      Notification.permission = answer
      return answer
    })
  }

  const viewOf = (one: Registered) => ({
    scope: one.scope,
    active: {},
    pushManager: {
      getSubscription: async () => one.subscription,
      async subscribe(options: object) {
        const endpoint = `https://push.example/${++subscribed}`
        one.subscription = {
          ...{ endpoint, options },
          toJSON: () => ({ endpoint, keys: { p256dh: 'p', auth: 'a' } }),
          async unsubscribe() {
            one.subscription = null
          }
        }
        return one.subscription
      }
    },
    async unregister() {
      registered.splice(registered.indexOf(one), 1)
    }
  })

  vi.stubGlobal('PushManager', class {})
  vi.stubGlobal('Notification', Notification)
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: {
      async getRegistration(url: string) {
        const found = registered
          .filter(({ scope }) => url.startsWith(scope))
          .sort((a, b) => b.scope.length - a.scope.length)[0]
        return found && viewOf(found)
      },
      async register(_worker: string, { scope }: { scope: string }) {
        const one = { scope, subscription: null }
        registered.push(one)
        return viewOf(one)
      }
    }
  })
  return { registered, Notification }
}
