import { expect, it } from 'vitest'
import type { Channel } from '../../../relay/src/core/channel.ts'
import { createSigns } from '../../../relay/src/outbox/index.ts'
import { scriptedChannel } from '../../doubles/channel.ts'
import { gate } from './post-office.ts'

const read = { type: 'sign', sign: 'read', account: 'pigeon', providerId: 'm1' } as const
const typing = { ...read, sign: 'typing' } as const

/** Signs over one network that has what the test gives it. */
const signsOn = (can: Partial<Pick<Channel, 'markRead' | 'showTyping'>>) => {
  const channel = { ...scriptedChannel(), ...can }
  const accounts = new Map([['pigeon', { id: 'pigeon', channel, site: 'shop' }]])
  return createSigns({ accounts })
}

it('asks the account’s network to show each sign', async () => {
  const asked: string[] = []
  const signs = signsOn({
    markRead: async id => void asked.push(`read ${id}`),
    showTyping: async id => void asked.push(`typing ${id}`)
  })
  signs.show(read)
  signs.show(typing)
  await signs.stop()
  expect(asked).toEqual(['read m1', 'typing m1'])
})

it('leaves out what a network cannot show, and accounts that are gone', async () => {
  const signs = signsOn({})
  signs.show(read)
  signs.show(typing)
  signs.show({ ...read, account: 'gone' })
  await expect(signs.stop()).resolves.toBeUndefined()
})

it('goes on when a channel throws after all', async () => {
  const asked: string[] = []
  const signs = signsOn({
    markRead: async id => {
      asked.push(id)
      throw new Error('The pigeon is gone.')
    }
  })
  signs.show(read)
  await signs.stop()
  signs.show({ ...read, providerId: 'm2' })
  await signs.stop()
  expect(asked).toEqual(['m1', 'm2'])
})

it('waits for what is under way when it stops', async () => {
  const answered = gate()
  const signs = signsOn({ markRead: () => answered.promise })
  signs.show(read)
  let isOver = false
  const over = signs.stop().then(() => {
    isOver = true
  })
  await Promise.resolve()
  expect(isOver).toBe(false)
  answered.resolve()
  await over
})

it('drops signs while too many wait for a network that does not answer', async () => {
  const answered = gate()
  let asked = 0
  const signs = signsOn({
    markRead: () => {
      asked += 1
      return answered.promise
    }
  })
  for (let n = 0; n < 1000; n++) signs.show(read)
  expect(asked).toBe(100)
  answered.resolve()
  await signs.stop()
  signs.show(read)
  expect(asked).toBe(101)
  await signs.stop()
})
