import { openTestStore } from '../../doubles/store.ts'
import { itIsAStore } from './contract.ts'

itIsAStore('SQLite', openTestStore)
