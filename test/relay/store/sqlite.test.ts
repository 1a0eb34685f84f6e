import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSqliteStore } from '../../../relay/src/store/index.ts'
import { connect } from '../../../relay/src/store/sqlite/connection.ts'
import { groupCommit } from '../../../relay/src/store/sqlite/group-commit.ts'
import { transactor } from '../../../relay/src/store/sqlite/transactor.ts'
import { openTestStore } from '../../doubles/store.ts'
import { itIsAStore } from './contract.ts'
import { addAda, message, NOW, person } from './samples.ts'

itIsAStore('SQLite', openTestStore)

const open = async () => {
  const opened = await openTestStore()
  onTestFinished(opened.close)
  return opened
}

/** How many commits a write-ahead log holds: the last page of each carries the database's size (sqlite.org/fileformat, 4.1). */
const countCommits = async (dir: string) => {
  const log = await readFile(join(dir, 'segue.sqlite-wal'))
  const page = log.readUInt32BE(8)
  let commits = 0
  for (let frame = 32; frame < log.length; frame += 24 + page) {
    if (log.readUInt32BE(frame + 4) > 0) commits++
  }
  return commits
}

describe('SQLite', () => {
  it('writes a hundred transactions that arrive together with one commit', async () => {
    const { store, dir } = await open()
    await store.transaction(addAda)
    const before = await countCommits(dir)
    const append = (n: number) =>
      store.transaction(tx => tx.append('talk', { at: NOW, link: null, body: message(`m${n}`) }))
    const entries = await Promise.all(Array.from({ length: 100 }, (_, n) => append(n)))
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, n) => n + 1))
    expect((await countCommits(dir)) - before).toBe(1)
  })

  it('keeps its data from the other users of the machine', async () => {
    const { dir } = await open()
    for (const name of ['segue.sqlite', 'segue.sqlite-wal']) {
      expect((await stat(join(dir, name))).mode & 0o077).toBe(0)
    }
  })

  it('refuses a directory that this process has open already, and does the first no harm', async () => {
    const { store, dir } = await open()
    const again = openSqliteStore(dir)
    await expect(again).rejects.toThrow(`${dir} is in use by process ${process.pid}`)
    await store.transaction(tx => tx.addPerson(person()))
    await expect(openSqliteStore(dir)).rejects.toThrow(/in use/)
  })

  it('lets go of a directory that it cannot use', async () => {
    const { store, dir, reopen } = await open()
    await store.close()
    const path = join(dir, 'segue.sqlite')
    const newer = new DatabaseSync(path)
    newer.exec("insert into kysely_migration values ('999-later', '2099-01-01T00:00:00.000Z')")
    newer.close()
    await expect(openSqliteStore(dir)).rejects.toThrow(/could not be brought up to date.*999-later/)
    const repaired = new DatabaseSync(path)
    repaired.exec("delete from kysely_migration where name = '999-later'")
    repaired.close()
    expect(await (await reopen()).ready()).toBe(true)
  })

  it('goes on with the people of a store from before anybody was joined', async () => {
    const { store, dir, reopen } = await open()
    await store.transaction(addAda)
    await store.transaction(tx => tx.append('talk', { at: NOW, link: null, body: message('a') }))
    await store.close()
    const older = new DatabaseSync(join(dir, 'segue.sqlite'))
    older.exec(
      'drop table errands; drop table pushSubscriptions; drop table joins; drop index peopleOfNode; drop index peopleOfRoot'
    )
    for (const column of ['node', 'root', 'marks', 'nameRank', 'nameAt']) {
      older.exec(`alter table people drop column ${column}`)
    }
    older.exec('alter table conversations drop column unread')
    older.exec('drop index linksOfAddress')
    older.exec("delete from kysely_migration where name >= '011-joins'")
    older.exec('update people set traits = \'{"name":"Ada"}\'')
    older.close()
    const newer = await reopen()
    const known = { node: 'visitor:ada-web', root: 'ada', nameRank: 1, nameAt: 0, marks: {} }
    expect(await newer.person('ada')).toMatchObject({ name: 'Ada', ...known })
    const talk = (await newer.conversation('talk'))!
    expect(talk.person).toBe('ada')
    expect((await newer.digest(talk)).unread).toBe(1)
  })

  it('survives a full disk: what did not fit is refused, and later works go on', async () => {
    const connection = connect(new DatabaseSync(':memory:'))
    onTestFinished(() => connection.close())
    connection.run('create table t (v text)')
    connection.run('pragma max_page_count = 10')
    const { transact } = groupCommit(transactor(connection))
    const add = (length: number) =>
      transact(async () => connection.run('insert into t values (?)', ['x'.repeat(length)]))
    const [first, huge, last] = await Promise.allSettled([add(10), add(1_000_000), add(10)])
    expect(huge?.status).toBe('rejected')
    const kept = [first, last].filter(end => end?.status === 'fulfilled').length
    await add(10)
    const { rows } = connection.run('select count(*) as n from t')
    expect(rows).toEqual([{ n: kept + 1 }])
  })
})
