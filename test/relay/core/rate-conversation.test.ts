import { describe, expect, it } from 'vitest'
import { changeState } from '../../../relay/src/core/conversation/change-state.ts'
import { rateConversation } from '../../../relay/src/core/conversation/rate-conversation.ts'
import { receiveFromVisitor } from '../../../relay/src/core/message/receive-from-visitor.ts'
import { anna, openHouse } from '../../doubles/house.ts'
import { linked } from './answering.ts'

async function ended() {
  const house = await openHouse()
  const { address, conversation } = await linked(house)
  await changeState(house.ports, anna, conversation, 'close')
  const rate = (score: number, comment?: string) =>
    rateConversation(house.ports, address, { score, ...(comment && { comment }) })
  const ratings = async () =>
    (await house.sees({ agent: anna, conversation })).filter(line => line.startsWith('rated'))
  return { house, address, conversation, rate, ratings }
}

describe('how it went', () => {
  it('is kept with the conversation, for the company to see', async () => {
    const { rate, ratings } = await ended()
    await rate(5, ' Quick and kind ')
    expect(await ratings()).toEqual(['rated 5 Quick and kind'])
  })

  it('is said again with words, and once when it is told twice', async () => {
    const { rate, ratings } = await ended()
    await rate(4)
    await rate(4)
    await rate(4, 'A little slow')
    expect(await ratings()).toEqual(['rated 4', 'rated 4 A little slow'])
  })

  it('is not asked while the conversation goes on', async () => {
    const { house, address, rate } = await ended()
    await receiveFromVisitor(house.ports, address, { cid: 'again', text: 'One more thing' })
    await expect(rate(5)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('cannot be said without end', async () => {
    const { rate } = await ended()
    const many = Array.from({ length: 21 }, (_, i) => rate(1 + (i % 5)))
    const refused = (await Promise.allSettled(many)).filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(1)
  })
})
