import { cpus } from 'node:os'
import { printIdle } from './print-idle.ts'
import { printIngest } from './print-ingest.ts'
import { printMessages } from './print-messages.ts'
import { printSdkBytes } from './print-sdk-bytes.ts'
import { printSdkExit } from './print-sdk-exit.ts'
import { printWidget } from './print-widget.ts'
import { say } from './table.ts'

/** Every benchmark, by the name that runs it alone: `npm run bench -- messages`. */
const parts: Record<string, () => Promise<void>> = {
  messages: printMessages,
  idle: printIdle,
  ingest: printIngest,
  widget: printWidget,
  bytes: printSdkBytes,
  exit: printSdkExit
}

const asked = process.argv.slice(2)
const strange = asked.filter(name => !Object.hasOwn(parts, name))
if (strange.length > 0) {
  const known = Object.keys(parts).join(', ')
  throw new Error(`There is no benchmark ${strange.join(', ')}. There are: ${known}.`)
}

say(`Node ${process.version}, ${cpus().length} cores, load generator on the same machine.`)
for (const [name, print] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  say()
  await print()
}
