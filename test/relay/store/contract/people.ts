import { describe, expect, it } from 'vitest'
import { addAda, address, link, NOW, person, phone } from '../samples.ts'
import { type Open, useFreshStore } from './fresh-store.ts'

export function itKeepsPeople(open: Open): void {
  itKeepsPersons(open)
  itKeepsAddresses(open)
  itKeepsLinks(open)
  itFindsIdleMirrors(open)
}

function itKeepsPersons(open: Open): void {
  describe('people', () => {
    const opened = useFreshStore(open)

    it('come back as they were put in', async () => {
      const { store } = opened()
      await store.transaction(tx => tx.addPerson(person()))
      expect(await store.person('ada')).toEqual(person())
      expect(await store.person('bob')).toBeUndefined()
    })

    it('are found by their nodes, each on its own site', async () => {
      const { store } = opened()
      const [anon, user] = [
        person({ id: 'a', node: 'anon:1' }),
        person({ id: 'u', node: 'user:1' })
      ]
      await store.transaction(async tx => {
        for (const one of [anon, user, person()]) await tx.addPerson(one)
        await tx.addPerson(person({ id: 'c', site: 'club', node: 'anon:1' }))
      })
      expect(await store.peopleOf('shop', ['anon:1', 'anon:2'])).toEqual([anon])
      expect(await store.peopleOf('shop', ['user:1', 'anon:1'])).toHaveLength(2)
      expect(await store.peopleOf('shop', [])).toEqual([])
      const again = store.transaction(tx => tx.addPerson(person({ id: 'b', node: 'anon:1' })))
      await expect(again).rejects.toThrow()
    })

    it('are found by whom they count as, themselves among them, the oldest first', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await tx.addPerson(person())
        await tx.addPerson(person({ id: 'bob', at: NOW - 1 }))
        await tx.addPerson(person({ id: 'eve' }))
        await tx.changePerson('bob', { root: 'ada' })
      })
      expect((await store.members('ada')).map(({ id }) => id)).toEqual(['bob', 'ada'])
      expect(await store.members('bob')).toEqual([])
    })

    it('change in the named fields alone', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await tx.addPerson(person())
        await tx.addPerson(person({ id: 'bob' }))
        await tx.changePerson('ada', { name: null, traits: { plan: 'none' } })
        await tx.changePerson('ada', {})
      })
      expect(await store.person('ada')).toEqual(person({ name: null, traits: { plan: 'none' } }))
      expect(await store.person('bob')).toEqual(person({ id: 'bob' }))
    })
  })
}

function itKeepsAddresses(open: Open): void {
  describe('addresses', () => {
    const opened = useFreshStore(open)

    it('keep their names in order', async () => {
      const { store } = opened()
      const names = ['whatsapp:SE.9', 'phone:+46700000001', 'aa']
      await store.transaction(tx => tx.addAddress(phone({ names })))
      expect(await store.address('ada-phone')).toEqual(phone({ names }))
    })

    it('are found by any name of their account, the first known one winning', async () => {
      const { store } = opened()
      const other = phone({ id: 'other', names: ['phone:+2'] })
      await store.transaction(async tx => {
        await tx.addAddress(phone({ names: ['phone:+1', 'whatsapp:1'] }))
        await tx.addAddress(other)
      })
      expect((await store.addressByName('sms', ['new', 'whatsapp:1']))?.id).toBe('ada-phone')
      expect(await store.addressByName('sms', ['phone:+2', 'phone:+1'])).toEqual(other)
      expect(await store.addressByName('whatsapp', ['phone:+1'])).toBeUndefined()
      expect(await store.addressByName('sms', [])).toBeUndefined()
    })

    it('get new names, but none that somebody on the account has', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await tx.addAddress(phone({ id: 'other', names: ['phone:+2'] }))
        await tx.addAddress(phone())
        await tx.addNames('ada-phone', 'sms', ['phone:+2', 'whatsapp:1', 'phone:+46700000001'])
        await tx.addNames('ada-phone', 'sms', [])
      })
      const ada = await store.address('ada-phone')
      expect(ada?.names).toEqual(['phone:+46700000001', 'whatsapp:1'])
      expect((await store.address('other'))?.names).toEqual(['phone:+2'])
    })

    it('keep the same name apart on two accounts', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await tx.addAddress(phone())
        await tx.addAddress(phone({ id: 'on-whatsapp', account: 'whatsapp' }))
      })
      const names = phone().names
      expect((await store.addressByName('sms', names))?.id).toBe('ada-phone')
      expect((await store.addressByName('whatsapp', names))?.id).toBe('on-whatsapp')
    })

    it('change in the named fields alone', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await tx.addAddress(address())
        const inbound = { lastInboundAt: NOW + 5, lastInboundId: 'wamid.2', lastReadId: 'wamid.1' }
        await tx.changeAddress('ada-web', { ...inbound, language: 'en' })
      })
      const expected = address({
        lastInboundAt: NOW + 5,
        lastInboundId: 'wamid.2',
        lastReadId: 'wamid.1',
        language: 'en'
      })
      expect(await store.address('ada-web')).toEqual(expected)
    })
  })
}

function itKeepsLinks(open: Open): void {
  describe('links', () => {
    const opened = useFreshStore(open)

    it('are current until they end, and again when their end is taken back', async () => {
      const { store } = opened()
      await store.transaction(addAda)
      expect(await store.currentLink('ada-phone')).toEqual(link())
      await store.transaction(tx =>
        tx.changeLink('ada-phone-link', { endedAt: NOW + 1, endedBy: 'agent' })
      )
      expect(await store.currentLink('ada-phone')).toBeUndefined()
      const ended = link({ endedAt: NOW + 1, endedBy: 'agent' })
      expect(await store.link('ada-phone-link')).toEqual(ended)
      await store.transaction(tx =>
        tx.changeLink('ada-phone-link', { endedAt: null, endedBy: null })
      )
      expect(await store.currentLink('ada-phone')).toEqual(link())
    })

    it('are listed oldest first, ended ones too', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.changeLink('ada-phone-link', { endedAt: NOW, endedBy: 'replaced' })
        await tx.addLink(link({ id: 'later', at: NOW + 2, before: 'ada-phone-link' }))
      })
      const ids = ['ada-phone-link', 'ada-web-link', 'later']
      expect((await store.links({ person: 'ada' })).map(({ id }) => id)).toEqual(ids)
      expect((await store.links({ conversation: 'talk' })).map(({ id }) => id)).toEqual(ids)
      const ofPhone = ids.filter(id => id !== 'ada-web-link')
      expect((await store.links({ address: 'ada-phone' })).map(({ id }) => id)).toEqual(ofPhone)
      expect(await store.links({ person: 'bob' })).toEqual([])
    })

    it('refuse a second current one for an address', async () => {
      const { store } = opened()
      await store.transaction(addAda)
      await expect(store.transaction(tx => tx.addLink(link({ id: 'second' })))).rejects.toThrow()
      expect(await store.link('second')).toBeUndefined()
    })
  })
}

function itFindsIdleMirrors(open: Open): void {
  describe('idle mirrors', () => {
    const opened = useFreshStore(open)
    const later = NOW + 1000
    const seen = { type: 'seen', by: 'visitor', upTo: 1, status: 'read' } as const

    it('are links that show on a site where nobody has done anything lately', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.changeLink('ada-phone-link', { mirror: 'on' })
        await tx.changeLink('ada-web-link', { mirror: 'on' })
        // Said on the phone: no sign that anybody is at the site.
        await tx.append('talk', { at: later, link: 'ada-phone-link', body: seen })
        await tx.append('talk', { at: later, link: null, body: { ...seen, by: 'agent' } })
      })
      expect(await store.idleMirrors(later, 10)).toEqual([link({ mirror: 'on' })])
      expect(await store.idleMirrors(NOW, 10)).toEqual([])
      expect(await store.idleMirrors(later, 0)).toEqual([])
    })

    it('are no longer idle when the visitor reads or writes on the site', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.changeLink('ada-phone-link', { mirror: 'on' })
        await tx.append('talk', { at: later, link: null, body: seen })
      })
      expect(await store.idleMirrors(later, 10)).toEqual([])
      expect(await store.idleMirrors(later + 1, 10)).toHaveLength(1)
    })

    it('leave out links that ended or do not mirror', async () => {
      const { store } = opened()
      await store.transaction(addAda)
      expect(await store.idleMirrors(later, 10)).toEqual([])
      const ended = { mirror: 'on', endedAt: NOW, endedBy: 'phone' } as const
      await store.transaction(tx => tx.changeLink('ada-phone-link', ended))
      expect(await store.idleMirrors(later, 10)).toEqual([])
    })
  })
}
