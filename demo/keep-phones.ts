import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Memory, memorize, recall } from './networks/memory.ts'
import type { Networks } from './networks/networks.ts'

const PAUSE_MS = 500

/** Keeps the phones in a file, so that they still know their chats after a restart. Returns what saves them a last time. */
export function keepPhones(networks: Networks, file: string): () => void {
  const memory = readMemory(file)
  if (memory) recall(networks, memory)

  let pending: NodeJS.Timeout | undefined
  const save = () => {
    clearTimeout(pending)
    pending = undefined
    mkdirSync(dirname(file), { recursive: true })
    // Whole or not at all: a file cut short by a crash could not be read again.
    writeFileSync(`${file}.new`, JSON.stringify(memorize(networks)))
    renameSync(`${file}.new`, file)
  }
  networks.phone.watch(() => {
    pending ??= setTimeout(save, PAUSE_MS)
  })
  return save
}

/** Undefined on the first start, and when somebody has changed the file: phones without a past work as well. */
function readMemory(file: string): Memory | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
