// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { scriptSettings } from '../../../widget/src/loader/script-settings.ts'

describe('the script tag', () => {
  const tagOf = (attributes: Record<string, string>) => {
    const tag = document.createElement('script')
    Object.assign(tag.dataset, attributes)
    Object.defineProperty(tag, 'src', { value: 'https://relay.test/widget.js' })
    return scriptSettings(tag)
  }

  it('says which site it is, and the relay is where it came from', () => {
    expect(tagOf({ site: 'shop' })).toEqual({
      site: 'shop',
      told: { segue: 0 },
      relay: 'https://relay.test',
      launcher: true,
      greet: false
    })
  })

  it('may say how the widget looks', () => {
    const asked = { accent: '#123456', side: 'start', offset: '20 88', language: 'sv' }
    expect(tagOf({ site: 'shop', launcher: 'none', ...asked })).toMatchObject({
      ...asked,
      launcher: false,
      greet: false
    })
  })

  it('may let the relay greet', () => {
    expect(tagOf({ site: 'shop', greet: '' })).toMatchObject({ greet: true })
  })

  it('is nothing of ours without a site', () => {
    expect(tagOf({ accent: '#123456' })).toBeUndefined()
  })
})
