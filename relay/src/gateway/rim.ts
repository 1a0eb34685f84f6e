import type { Ports } from '../core/ports.ts'
import type { FileRules } from './file-rules.ts'
import type { Limits, Timing } from './limits.ts'
import type { Receipts } from './receipts.ts'
import type { Roster } from './roster.ts'
import type { Tokens } from './tokens.ts'
import type { FindUser } from './user-proofs.ts'
import type { Log, Meter } from './watching.ts'

/** What everything in this room works with. */
export interface Rim {
  ports: Ports
  roster: Roster
  receipts: Receipts
  tokens: Tokens
  findUser: FindUser
  limits: Limits
  fileRules: FileRules
  timing: Timing
  log: Log
  meter: Meter
}
