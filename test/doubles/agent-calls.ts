import type { ConversationDetail, Entry } from '@segue/sdk/protocol'

export const AGENT_TOKEN = 'agent-token-for-tests-only'

/** One call of the agents' API, by the agent whose token that is. */
export const agentApi = (relay: { url: string }, path: string, body?: object): Promise<Response> =>
  fetch(`${relay.url}/v1/agent/${path}`, {
    headers: { authorization: `Bearer ${AGENT_TOKEN}`, 'content-type': 'application/json' },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {})
  })

/** Answers until the relay has taken it: the cid makes it one message. */
export async function replyUntilTaken(
  relay: { url: string },
  conversation: string,
  text: string
): Promise<void> {
  const cid = crypto.randomUUID()
  const path = `conversations/${conversation}/messages`
  for (;;) {
    const reply = await agentApi(relay, path, { cid, text }).catch(() => undefined)
    if (reply?.ok) return
    if (reply && reply.status < 500) {
      throw new Error(`Refused: ${reply.status} ${await reply.text()}`)
    }
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}

/** All of a conversation, as agents see it. */
export async function threadOf(relay: { url: string }, conversation: string): Promise<Entry[]> {
  const entries: Entry[] = []
  for (;;) {
    const since = entries.at(-1)?.seq ?? 0
    const reply = await agentApi(relay, `conversations/${conversation}?since=${since}`)
    const page = (await reply.json()) as ConversationDetail
    if (page.entries.length === 0) return entries
    entries.push(...page.entries)
  }
}
