import type { Reads } from '../core/reads.ts'
import type { Tx } from '../core/store.ts'
import { changeById, findById } from './by-id.ts'
import type { Db } from './schema.ts'

type FileReads = Pick<Reads, 'file' | 'filesBrought' | 'orphanFiles'>

export const readFileRecords = (db: Db): FileReads => ({
  file: findById(db, 'files'),

  async filesBrought(owner, since) {
    const sum = await db
      .selectFrom('files')
      .where('owner', '=', owner)
      .where('at', '>', since)
      .select(({ fn }) => [
        fn.countAll<number>().as('count'),
        fn.sum<number | null>('size').as('bytes')
      ])
      .executeTakeFirstOrThrow()
    return { count: Number(sum.count), bytes: Number(sum.bytes ?? 0) }
  },

  orphanFiles: (before, limit) =>
    db
      .selectFrom('files')
      .where('message', 'is', null)
      .where('at', '<', before)
      .selectAll()
      .orderBy('at')
      .limit(limit)
      .execute()
})

export const writeFileRecords = (db: Db): Pick<Tx, 'addFile' | 'changeFile' | 'removeFile'> => ({
  async addFile(file) {
    await db.insertInto('files').values(file).execute()
  },
  changeFile: changeById(db, 'files'),
  async removeFile(id) {
    await db.deleteFrom('files').where('id', '=', id).execute()
  }
})
