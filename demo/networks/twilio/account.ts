/** A company's Twilio account and its one SMS number. */
export interface TwilioAccount {
  accountSid: string
  authToken: string
  /** The company's number: `+46766000000` */
  from: string
  /** Where incoming messages go. Its fragment sets retries: `#rc=3&rp=ct,rt,5xx`. Empty until somebody said so. */
  webhook: string
}
