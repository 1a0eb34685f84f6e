// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { said } from '../../doubles/entries.ts'
import { type OpenPanel, openPanel } from '../../doubles/open-panel.tsx'

let panel: OpenPanel
beforeEach(async () => {
  panel = await openPanel()
})
afterEach(() => panel.end())

it('draws the marks of everybody’s messages as elements, and HTML as text', async () => {
  const text = '*Bring* <b>it</b>:\n- the mug\n- https://a.example'
  for (const from of ['visitor', 'agent', 'bot', 'system'] as const) {
    await panel.hear(said(from, text))
    const bubble = panel.all('.bubble').at(-1)!
    expect(bubble.querySelector('p')!.innerHTML).toBe(
      '<strong>Bring</strong> &lt;b&gt;it&lt;/b&gt;:'
    )
    expect([...bubble.querySelectorAll('ul > li')].map(item => item.textContent)).toEqual([
      'the mug',
      'https://a.example'
    ])
    const link = bubble.querySelector('a')!
    expect([link.href, link.target, link.rel]).toEqual([
      'https://a.example/',
      '_blank',
      'noopener noreferrer nofollow'
    ])
  }
})

it('draws the marks of a card’s title and words as elements, and those of its buttons as they are', async () => {
  const card = {
    title: 'The _Morgon_ mug',
    text: '*Two* left:\n- blue\n- <i>red</i>',
    buttons: [{ id: 'a', title: '*This*' }]
  }
  await panel.hear(said('agent', '', { content: { kind: 'cards', cards: [card] } }))
  await expect.poll(() => panel.all('.card')).toHaveLength(1)
  expect(panel.all('.card .title')[0]!.innerHTML).toBe('<p>The <em>Morgon</em> mug</p>')
  expect(panel.all('.card .marked')[1]!.innerHTML).toBe(
    '<p><strong>Two</strong> left:</p><ul><li>blue</li><li>&lt;i&gt;red&lt;/i&gt;</li></ul>'
  )
  expect(panel.texts('.card button')).toEqual(['*This*'])
})

it('tells screen readers the words without the marks', async () => {
  await panel.hear(said('agent', 'History'))
  panel.tell('status', 'online')
  await panel.hear(said('agent', 'It is *here*', { name: 'Anna' }))
  expect(panel.texts('[aria-live=polite]')).toEqual(['Anna: It is here'])
})
