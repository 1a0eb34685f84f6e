/** A visitor as the relay knows one. */
export interface Session {
  token: string
  conversation: string
  visitor: string
  secret: string
}

/** A new visitor of the bench's site. @throws {Error} when the relay refuses */
export async function openSession(
  url: string,
  { site, origin }: { site: string; origin: string }
): Promise<Session> {
  const reply = await fetch(`${url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ site })
  })
  if (!reply.ok) throw new Error(`session: ${reply.status} ${await reply.text()}`)
  return (await reply.json()) as Session
}
