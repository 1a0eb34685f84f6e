import { describe, expect, it } from 'vitest'
import { sendTranscriptTo } from '../../../relay/src/core/transcript/request-transcript.ts'
import { anna } from '../../doubles/house.ts'
import { HOUR } from './answering.ts'
import { ENDED, openMailingHouse, reason } from './open-mailing-house.ts'

describe('a mail that does not simply go out', () => {
  const mails = (lines: string[]) => lines.filter(line => line.startsWith('mail'))

  it('shows where agents look, once, and to nobody else', async () => {
    const { sees, ports, talk, run, ends } = await openMailingHouse()
    const { address, conversation } = await talk()
    ends({ kind: 'refused', why: 'unreachable_person', reason })
    await sendTranscriptTo(ports, anna, conversation, { email: 'mja@post.example' })
    await run()
    expect(mails(await sees({ agent: anna, conversation }))).toEqual([
      'mail failed mja@post.example address'
    ])
    const seen = await sees({ address })
    expect(mails(seen)).toEqual([])
    expect(seen.at(-1)).toBe('hidden')
  })

  it('says what only the operator can mend at once, and that it went out after all', async () => {
    const { sees, ports, talk, ask, run, ends, pass } = await openMailingHouse()
    const { address, conversation } = await talk()
    await ask(address)
    ends({ kind: 'refused', why: 'account', reason })
    for (let n = 0; n < 3; n++) {
      await run()
      pass(HOUR)
    }
    const delayed = 'mail delayed m•••@post.example relay'
    const told = async () => mails(await sees({ agent: anna, conversation }))
    expect(await told()).toEqual([delayed])
    ends(ENDED)
    await run()
    expect(await told()).toEqual([delayed, 'mail sent m•••@post.example'])
    expect(await ports.store.nextErrand()).toBeUndefined()
  })

  it('is patient with a server that is away, and says when it has given up, or cannot know', async () => {
    const { sees, ports, talk, run, ends, pass } = await openMailingHouse()
    const { conversation } = await talk()
    const told = async () => mails(await sees({ agent: anna, conversation }))
    const send = (email: string) => sendTranscriptTo(ports, anna, conversation, { email })
    await send('a@post.example')
    ends({ kind: 'unreachable', reason })
    await run()
    pass(HOUR)
    await run()
    expect(await told()).toEqual([])
    pass(HOUR)
    await run()
    expect(await told()).toEqual(['mail delayed a@post.example server'])
    pass(25 * HOUR)
    await run()
    await send('b@post.example')
    ends({ kind: 'unknown', reason })
    await run()
    expect((await told()).slice(1)).toEqual([
      'mail failed a@post.example server',
      'mail unknown b@post.example server'
    ])
  })

  it('says nothing when it simply goes out', async () => {
    const { sees, talk, ask, run } = await openMailingHouse()
    const { address, conversation } = await talk()
    await ask(address)
    await run()
    expect(mails(await sees({ agent: anna, conversation }))).toEqual([])
  })
})
