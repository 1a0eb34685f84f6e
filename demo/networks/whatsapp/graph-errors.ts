/** Meta's error codes, as the Graph API answers them. */
const ERRORS = {
  1: { status: 500, title: 'An unknown error occurred' },
  2: { status: 503, title: 'Service temporarily unavailable' },
  100: { status: 400, title: 'Invalid parameter' },
  190: { status: 401, title: 'Invalid OAuth access token - Cannot parse access token' },
  130429: { status: 429, title: 'Rate limit hit' },
  131000: { status: 500, title: 'Something went wrong' },
  131026: { status: 400, title: 'Message undeliverable' },
  131047: { status: 400, title: 'Re-engagement message' },
  131053: { status: 400, title: 'Media upload error' },
  131056: { status: 400, title: '(Business Account, Consumer Account) pair rate limit hit' },
  132000: {
    status: 400,
    title: 'Number of parameters does not match the expected number of params'
  },
  132001: { status: 404, title: 'Template name does not exist in the translation' },
  132005: { status: 400, title: 'Translated text too long' },
  132018: { status: 400, title: 'There is an issue with the parameters in your template' }
} as const

export type GraphCode = keyof typeof ERRORS

/** Why Meta refuses a call. */
export interface GraphRefusal {
  code: GraphCode
  details: string
}

/** The answer to a refused call: its status and its body. */
export function graphError({ code, details }: GraphRefusal, trace: string) {
  const { status, title } = ERRORS[code]
  const error = {
    message: `(#${code}) ${title}`,
    type: 'OAuthException',
    code,
    error_data: { messaging_product: 'whatsapp', details },
    fbtrace_id: trace
  }
  return { status, body: { error } }
}

/** The same refusal, told later in a status. */
export function statusError({ code, details }: GraphRefusal) {
  const { title } = ERRORS[code]
  return { code, title, message: title, error_data: { details } }
}
