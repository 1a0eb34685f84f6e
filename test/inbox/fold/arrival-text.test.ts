import { expect, it } from 'vitest'
import { arrivalText } from '../../../relay/inbox/fold/arrival-text.ts'
import { arrivalOf } from '../../../relay/src/core/events/event-arrival.ts'

it('tells agents what brought a visitor, whatever a page wrote there', () => {
  const text = (context: unknown) => {
    const { arrival } = arrivalOf(context)
    return arrival && arrivalText(arrival)
  }
  const campaign = { name: 'May', medium: 'mail', source: 'news', term: 'mug' }
  const referrer = { url: 'https://search.example/find' }
  expect(text({ campaign, referrer })).toBe('news · mail · May · mug, search.example')
  expect(text({ campaign: { source: 'news', medium: 4, term: '' } })).toBe('news')
  expect(text({ referrer: { url: 'somewhere' } })).toBe('somewhere')
  for (const context of [
    undefined,
    null,
    'text',
    { campaign: 'text', referrer: 'x' },
    { campaign: {} }
  ]) {
    expect(text(context)).toBeUndefined()
  }
})
