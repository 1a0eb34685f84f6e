export { openFiles } from './files.ts'
export { openSqliteStore } from './sqlite/open-sqlite-store.ts'
