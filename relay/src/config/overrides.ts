import type { Environment } from './environment.ts'
import type { Problem } from './problems.ts'
import { checkBus, checkStore } from './value-checks.ts'

/** How much is told on standard output. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** What the environment says, whatever the file says. */
export interface Overrides {
  port?: number
  dataDir?: string
  logLevel: LogLevel
}

/** Reads `PORT`, `SEGUE_DATA` and `LOG_LEVEL`. `DATABASE_URL` and `NATS_URL` are known, and not there yet. */
export function readOverrides(env: Environment): { overrides: Overrides; problems: Problem[] } {
  const { PORT, SEGUE_DATA, LOG_LEVEL, DATABASE_URL, NATS_URL } = env
  const level = LOG_LEVELS.find(known => known === LOG_LEVEL)
  const problems: Problem[] = []
  const port = Number(PORT)
  if (PORT && !(Number.isInteger(port) && port >= 0 && port <= 65535)) {
    problems.push({ path: 'PORT', message: 'is no port', hint: 'A number from 0 to 65535.' })
  }
  if (LOG_LEVEL && !level) {
    const hint = `One of: ${LOG_LEVELS.join(', ')}.`
    problems.push({ path: 'LOG_LEVEL', message: 'is no level', hint })
  }
  const database = DATABASE_URL ? checkStore(DATABASE_URL) : undefined
  if (database) problems.push({ path: 'DATABASE_URL', ...database })
  const bus = NATS_URL ? checkBus(NATS_URL) : undefined
  if (bus) problems.push({ path: 'NATS_URL', ...bus })
  return {
    overrides: {
      ...(PORT ? { port } : {}),
      ...(SEGUE_DATA ? { dataDir: SEGUE_DATA } : {}),
      logLevel: level ?? 'info'
    },
    problems
  }
}
