export { openLocalFiles } from './files/local-files.ts'
export { openS3Files } from './files/s3-files.ts'
export { openSqliteStore } from './sqlite/open-sqlite-store.ts'
