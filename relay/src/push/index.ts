export { makeVapidKeys } from './vapid-keys.ts'
export { createWebPusher, type VapidSettings } from './web-pusher.ts'
