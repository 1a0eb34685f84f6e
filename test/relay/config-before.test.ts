import { expect, it } from 'vitest'
import { readConfig } from '../../relay/src/config.ts'
import { problemsOf } from '../doubles/config-problems.ts'
import { testConfig } from '../doubles/relay.ts'

const good = testConfig({}, '/data')
const withBefore = (before: object) => ({ ...good, sites: [{ ...good.sites[0]!, before }] })

it('takes the questions the widget has words for by their ids alone, and others with a label', () => {
  const questions = [
    { id: 'name' },
    { id: 'email', required: true },
    { id: 'phone' },
    { id: 'order', label: { en: 'Order number', 'pt-BR': 'Pedido' } }
  ]
  const [site] = readConfig(withBefore({ questions })).sites
  expect(site!.before!.required).toBe(false)
  expect(site!.before!.questions.map(({ type }) => type)).toEqual(['text', 'email', 'tel', 'text'])
  expect([...site!.before!.questions[3]!.label!.keys()]).toEqual(['en', 'pt-br'])
})

it('says by path what is wrong with a question', () => {
  const questions = [
    { id: 'name' },
    { id: 'name' },
    { id: 'order no', label: { en: 'Order' } },
    { id: 'size', type: 'choice', label: { svenska_: 'Storlek' } },
    { id: 'color', label: { en: 'Colour' }, choices: { en: ['Red', 'Blue'] } },
    { id: 'terms', type: 'tick' },
    { id: 'one', type: 'choice', label: { en: 'One' }, choices: { en: ['Only'] } }
  ]
  const at = 'sites[0].before.questions'
  const paths = problemsOf(withBefore({ questions })).map(line => line.trim().split(' ')[0])
  expect(paths.sort()).toEqual(
    [
      `${at}[1].id`,
      `${at}[2].id`,
      `${at}[3].choices`,
      `${at}[3].label.svenska_`,
      `${at}[4].choices`,
      `${at}[5].label`,
      `${at}[5].type`,
      `${at}[6].choices.en`
    ].sort()
  )
})
