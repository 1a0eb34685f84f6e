import { type Company, type Got, MAJA, WHATSAPP } from '../../doubles/company.ts'

/** Where messages go on Meta's API. */
export const MESSAGES = `/v23.0/${WHATSAPP.phoneNumberId}/messages`

/** Writes to the company as Maja. */
export const writeTo = (company: Company, text: string) =>
  company.networks.phone.write(MAJA, 'whatsapp', { text })

/** The values of every change the company was told of. */
export const valuesIn = (calls: Got[]) =>
  calls.flatMap(({ body }) =>
    JSON.parse(body).entry.flatMap((entry: { changes: { value: Record<string, never> }[] }) =>
      entry.changes.map(change => change.value)
    )
  )
/** Every status the company was told of. */
export const statusesIn = (calls: Got[]) => valuesIn(calls).flatMap(value => value.statuses ?? [])
/** Every message the company was told of. */
export const messagesIn = (calls: Got[]) => valuesIn(calls).flatMap(value => value.messages ?? [])
