/** For a site's own server. Never bundle it for a page: it works with the site's secret. */
export {
  createServerSdk,
  type Dropped,
  type ServerSdk,
  type ServerSdkOptions,
  type Who
} from './create-server-sdk.ts'
export { signUserToken, type UserTokenOptions } from './sign-user-token.ts'
export { verifyWebhook, type WebhookCall } from './verify-webhook.ts'
