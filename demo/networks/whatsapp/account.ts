import type { Template } from './message-rules.ts'

/** A company's WhatsApp account, as Meta knows it. */
export interface WhatsAppAccount {
  phoneNumberId: string
  /** `+46766000000` */
  number: string
  accessToken: string
  appSecret: string
  verifyToken: string
  /** Where the company wants its events. Empty until it has said so. */
  webhook: string
  /** The company's name, as people see it. */
  name?: string
  templates?: Template[]
}

/** The template of the demo: it carries any text outside the 24-hour window. */
export const ANSWER_TEMPLATE: Template = {
  name: 'answer',
  language: 'en',
  body: '{{1}}'
}
