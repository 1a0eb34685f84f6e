import ky from 'ky'
import { atom } from 'nanostores'

/** The agent's token. It goes into a header, and never into an address. */
export const $token = atom('')

/** The company API of the relay that served this page. Only reading is repeated by itself. */
export const http = ky.create({
  prefix: '/v1/agent',
  timeout: 15_000,
  retry: { limit: 2, methods: ['get'] },
  hooks: {
    beforeRequest: [({ request }) => request.headers.set('authorization', `Bearer ${$token.get()}`)]
  }
})
