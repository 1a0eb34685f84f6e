import { openSqliteStore } from '../../../relay/src/store/index.ts'
import { addAda, conversation, delivery, item, message } from './samples.ts'

/**
 * A process to be killed: writes messages, each with its delivery, as fast as it can, many at a
 * time, and says on its standard output which ones are on disk.
 */
const store = await openSqliteStore(process.argv[2]!)
const run = crypto.randomUUID()
const TALKS = ['t0', 't1', 't2']

await store.transaction(async tx => {
  if (await tx.person('ada')) return
  await addAda(tx)
  for (const id of TALKS) await tx.addConversation(conversation({ id }))
})
process.stdout.write('ready\n')

const write = (talk: string, id: string) =>
  store.transaction(async tx => {
    const entry = await tx.append(talk, { at: Date.now(), link: null, body: message(id) })
    await tx.addDelivery(delivery({ id: `d-${id}`, message: id }))
    await tx.enqueue(item(`i-${id}`, { delivery: `d-${id}` }))
    return entry.seq
  })

const writeForever = async (writer: number) => {
  for (let n = 0; ; n++) {
    const talk = TALKS[(writer + n) % TALKS.length]!
    const id = `${run}-${writer}-${n}`
    // A pipe is written synchronously, so the line is out before the kill or not at all.
    process.stdout.write(`${talk} ${await write(talk, id)} ${id}\n`)
  }
}

await Promise.all(Array.from({ length: 16 }, (_, writer) => writeForever(writer)))
