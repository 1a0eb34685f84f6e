import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Channel } from '../../../relay/src/core/channel.ts'
import { deadUrl, type Provider, startProvider } from '../../doubles/provider.ts'
import type { ChannelSamples } from './channel-samples.ts'

/** How every channel shows that something was read or is being answered, if its network can. */
export function itShowsSigns({ open }: ChannelSamples): void {
  let provider: Provider
  beforeAll(async () => {
    provider = await startProvider()
  })
  beforeEach(() => {
    provider.asked.length = 0
  })
  afterAll(() => provider.close())

  const showBoth = async (channel: Channel) => {
    await channel.markRead?.('in-1')
    await channel.showTyping?.('in-1')
  }
  const signs = (channel: Channel) =>
    [channel.markRead, channel.showTyping].filter(sign => sign !== undefined).length

  it('shows signs with one call each, and never throws', async () => {
    const manners = [{ status: 200, body: { success: true } }, { status: 400 }, 'reset'] as const
    for (const manner of manners) {
      provider.asked.length = 0
      provider.answers(manner)
      const channel = open(provider.url)
      await showBoth(channel)
      expect(provider.asked).toHaveLength(signs(channel))
    }
  })

  it('lets signs be lost where nobody answers', async () => {
    provider.answers('hang')
    await expect(showBoth(open(provider.url, 100))).resolves.toBeUndefined()
    await expect(showBoth(open(await deadUrl()))).resolves.toBeUndefined()
  })
}
