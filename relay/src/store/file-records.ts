import type { Reads, Tx } from '../core/store.ts'
import type { Db } from './schema.ts'

export const readFileRecords = (db: Db): Pick<Reads, 'file'> => ({
  file: id => db.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst()
})

export const writeFileRecords = (db: Db): Pick<Tx, 'addFile'> => ({
  async addFile(file) {
    await db.insertInto('files').values(file).execute()
  }
})
