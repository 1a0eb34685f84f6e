import type { EventView } from '@segue/sdk/protocol'

/** What brought somebody to the site, in a line: `news · mail · May, search.example`. */
export function arrivalText({
  campaign = {},
  referrer
}: NonNullable<EventView['arrival']>): string {
  const { source, medium, name, ...rest } = campaign
  const tags = [source, medium, name, ...Object.values(rest)].filter(Boolean).join(' · ')
  const host = referrer && (URL.parse(referrer)?.host || referrer)
  return [tags, host].filter(Boolean).join(', ')
}
