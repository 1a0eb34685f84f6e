import type { PollReply } from '@segue/sdk/protocol'
import type { PollCall } from '@segue/sdk/transports'
import { isHTTPError } from 'ky'
import { http } from './http.ts'

/** One poll of the inbox's. */
export const pollRelay: PollCall = (path, options) =>
  http
    .post(path, options)
    .json<PollReply>()
    .catch(error => Promise.reject({ status: isHTTPError(error) ? error.response.status : 0 }))
