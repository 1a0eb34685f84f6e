/** The bench's one site, as relay, load and pages name it. */
export const SITE = 'bench'
export const ORIGIN = 'http://127.0.0.1:4599'
export const AGENT_TOKEN = 'agent-token-of-the-bench'
