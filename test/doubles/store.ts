import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Files } from '../../relay/src/core/files/file-bytes.ts'
import type { Store } from '../../relay/src/core/store.ts'
import { openLocalFiles, openSqliteStore } from '../../relay/src/store/index.ts'

/** A real store in a directory of its own. */
export interface TestStore {
  store: Store
  files: Files
  dir: string
  /** Closes the store and opens it anew, as after a restart. */
  reopen(): Promise<Store>
  /** Closes the store and removes the directory. Call it in `afterEach` or `onTestFinished`. */
  close(): Promise<void>
}

/** Opens a fresh, empty store that no other test sees. */
export async function openTestStore(): Promise<TestStore> {
  const dir = await mkdtemp(join(tmpdir(), 'segue-test-'))
  const store = await openSqliteStore(dir)
  let current = store
  return {
    store,
    files: await openLocalFiles(join(dir, 'files')),
    dir,
    async reopen() {
      await current.close()
      current = await openSqliteStore(dir)
      return current
    },
    async close() {
      await current.close()
      await rm(dir, { recursive: true, force: true })
    }
  }
}
