import { type Problem, partOf } from './problems.ts'

/** Sites that say how to mail, where the relay has no server to mail by. */
export function checkMail(mail: unknown, sites: unknown): Problem[] {
  if (mail !== undefined || !Array.isArray(sites)) return []
  return sites.flatMap((site, index) =>
    Object(site).mail === undefined
      ? []
      : [
          {
            path: `${partOf('sites', index)}.mail`,
            message: 'has no server to send by',
            hint: 'Set mail: { smtp, from } for the whole relay, or leave this out.'
          }
        ]
  )
}
