import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '../relay/src/main.ts')

/** Has Node compile the relay once, beside the first tests: a relay that is killed keeps nothing for the next. */
export default function compileRelay(): () => Promise<unknown> {
  const compiling = execFile(process.execPath, [MAIN, '--help'])
  const ended = once(compiling, 'exit')
  return () => ended
}
