import { type MessageRecord, messageResource } from './message-record.ts'

/** `GET Messages.json`, filtered by `To`, `From` and days of `DateSent`, `DateSent>`, `DateSent<`. */
export function listMessages(records: MessageRecord[], accountSid: string, url: string) {
  const { pathname, searchParams } = new URL(url, 'http://api')
  const pageSize = Math.min(Number(searchParams.get('PageSize') ?? 50), 1000)
  const page = Number(searchParams.get('Page') ?? 0)
  const found = records.filter(record => matches(record, searchParams))
  const start = page * pageSize
  const messages = found
    .slice(start, start + pageSize)
    .map(record => messageResource(record, accountSid))
  const uriOf = (number: number) => `${pathname}?PageSize=${pageSize}&Page=${number}`
  return {
    messages,
    page,
    page_size: pageSize,
    start,
    end: start + Math.max(messages.length - 1, 0),
    uri: uriOf(page),
    first_page_uri: uriOf(0),
    next_page_uri: start + pageSize < found.length ? uriOf(page + 1) : null,
    previous_page_uri: page > 0 ? uriOf(page - 1) : null
  }
}

function matches(record: MessageRecord, query: URLSearchParams): boolean {
  const day = record.sentAt === null ? '' : new Date(record.sentAt).toISOString().slice(0, 10)
  const asked = (name: string) => query.get(name)
  return (
    (asked('To') ?? record.to) === record.to &&
    (asked('From') ?? record.from) === record.from &&
    (asked('DateSent') ?? day) === day &&
    day >= (asked('DateSent>') ?? '').slice(0, 10) &&
    (asked('DateSent<') === null || day <= asked('DateSent<')!.slice(0, 10))
  )
}
