import type { Entry } from '@segue/sdk/protocol'
import { describe, expect, it } from 'vitest'
import { foldSystemLines } from '../../../relay/inbox/fold/system-lines.ts'

const SMS = { account: 'sms', network: 'sms' }
const WEB = { account: 'web', network: 'web' }
const MAJA = { id: 'maja', name: 'Maja' }

type Body = Entry extends infer One ? (One extends Entry ? Omit<One, 'seq' | 'at'> : never) : never

const lines = (...bodies: Body[]) =>
  foldSystemLines(bodies.map((body, index) => ({ ...body, seq: index + 1, at: 0 }) as Entry)).map(
    ({ text }) => text
  )

const handoff = (
  status: 'offered' | 'opened' | 'linked' | 'expired' | 'revoked',
  by: 'visitor' | 'agent'
) => ({ type: 'handoff', id: 'h', to: SMS, status, by, way: 'code' }) as const

describe('the lines between messages', () => {
  it('tell of a handoff once, as far as it got', () => {
    expect(lines(handoff('offered', 'agent'), handoff('opened', 'agent'))).toEqual([
      'SMS was opened. It waits for their message'
    ])
  })

  it('leave to the link to tell that a handoff ended well', () => {
    const display = '+46 •••• 0001'
    const link = {
      type: 'link',
      id: 'l',
      on: SMS,
      status: 'linked',
      proof: 'code',
      display
    } as const
    expect(lines(handoff('linked', 'visitor'), link)).toEqual([
      'Continues on SMS +46 •••• 0001 · proven by code'
    ])
  })

  it('say nothing of offers that a visitor let pass', () => {
    expect(lines(handoff('expired', 'visitor'))).toEqual([])
    expect(lines(handoff('expired', 'agent'))).toEqual(['The offer to continue on SMS has expired'])
  })

  it('say nothing of the session that began the conversation', () => {
    const link = {
      type: 'link',
      id: 'l',
      on: WEB,
      status: 'linked',
      proof: 'self',
      display: ''
    } as const
    expect(lines(link)).toEqual([])
  })

  it('tell that a link was undone or refused', () => {
    const link = { type: 'link', id: 'l', on: SMS, proof: 'code', display: '' } as const
    expect(lines({ ...link, status: 'undone' }, { ...link, status: 'refused' })).toEqual([
      'The link to SMS was undone',
      'SMS refused the link'
    ])
  })

  it('tell what shows on the site, and why', () => {
    const mirror = { type: 'mirror', link: 'l', on: SMS } as const
    expect(
      lines({ ...mirror, shown: true, by: 'phone' }, { ...mirror, shown: false, by: 'idle' })
    ).toEqual([
      'What is said on SMS shows on the site too · the phone asked for it',
      'What is said on SMS no longer shows on the site · the site was idle'
    ])
  })

  it('tell who has it, that it was closed and by whom, and that it was opened again', () => {
    expect(
      lines(
        { type: 'state', state: 'waiting' },
        { type: 'state', state: 'open', agent: MAJA },
        { type: 'state', state: 'waiting', agent: MAJA },
        { type: 'state', state: 'closed', agent: MAJA },
        { type: 'state', state: 'waiting' }
      )
    ).toEqual(['Maja has the conversation', 'Closed by Maja', 'Reopened'])
  })

  it('tell of a mail as far as it got, with what to do', () => {
    const mail = { type: 'mail', id: 'm', to: 'm@x.se', by: 'agent' } as const
    const reason = { code: '550', text: 'The mail server answered 550.' }
    const delayed = { ...mail, status: 'delayed', fault: 'relay', reason } as const
    expect(lines(delayed)).toEqual([
      'The copy to m@x.se has not gone out yet: The mail server answered 550. Whoever runs the relay has to see to its mail settings; its log says what is refused. It is tried for a day.'
    ])
    expect(lines(delayed, { ...mail, status: 'sent' })).toEqual([
      'The copy to m@x.se has gone out after all'
    ])
    expect(lines({ ...mail, status: 'failed', fault: 'address', reason })).toEqual([
      'The copy to m@x.se did not go out: The mail server answered 550. Check the address.'
    ])
    expect(lines({ ...mail, by: 'visitor', status: 'unknown', fault: 'server' })).toEqual([
      'Nobody knows whether the copy the visitor asked for, to m@x.se, arrived. Ask before you send it again.'
    ])
  })
})
