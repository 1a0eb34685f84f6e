import { parentPort } from 'node:worker_threads'
import { callEverything } from './call-everything.ts'

parentPort!.postMessage(callEverything())
