import webPush from 'web-push'

/** A new pair of keys, in base64url. Whoever has subscribed by the old one has to do so again. */
export const makeVapidKeys = (): { publicKey: string; privateKey: string } =>
  webPush.generateVAPIDKeys()
