import { createSdk } from '@segue/sdk'
import { api, offer } from './client.ts'

const { track } = createSdk({ key: 'shop', relay: api, consent: 'granted' })
offer(track)
