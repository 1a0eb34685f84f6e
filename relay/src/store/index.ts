export { openLocalFiles } from './files/local-files.ts'
export { openS3Files, type S3Settings } from './files/s3-files.ts'
export { openSqliteStore } from './sqlite/open-sqlite-store.ts'
