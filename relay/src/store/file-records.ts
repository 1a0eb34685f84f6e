import type { Reads, Tx } from '../core/store.ts'
import { findById } from './by-id.ts'
import type { Db } from './schema.ts'

export const readFileRecords = (db: Db): Pick<Reads, 'file'> => ({
  file: findById(db, 'files')
})

export const writeFileRecords = (db: Db): Pick<Tx, 'addFile'> => ({
  async addFile(file) {
    await db.insertInto('files').values(file).execute()
  }
})
