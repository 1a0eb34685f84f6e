import { describe, expect, it } from 'vitest'
import { initialsOf } from '../../relay/inbox/components/avatar.tsx'
import { labelOf } from '../../relay/inbox/format/label.ts'
import { languageName } from '../../relay/inbox/format/language.ts'
import { money } from '../../relay/inbox/format/money.ts'
import { fileSize } from '../../relay/inbox/format/size.ts'
import { becauseWords, networkName, surfaceName } from '../../relay/inbox/format/surface.ts'
import { clockTime, dayLabel, moment, shortMoment } from '../../relay/inbox/format/time.ts'
import { waitingTime, waitingTone } from '../../relay/inbox/format/waiting.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const now = new Date(2026, 10, 20, 12).getTime()

describe('a wait', () => {
  it.each([
    [0, '<1 min', 'fresh'],
    [4 * MINUTE, '4 min', 'warm'],
    [5 * MINUTE, '5 min', 'hot'],
    [3 * HOUR, '3 h', 'hot'],
    [DAY, '1 day', 'hot'],
    [3 * DAY, '3 days', 'hot']
  ])('of %d ms is %s, and %s', (ms, words, tone) => {
    expect([waitingTime(ms), waitingTone(ms)]).toEqual([words, tone])
  })
})

describe('a moment', () => {
  it('is a time today, and has its day otherwise, before and after', () => {
    expect(shortMoment(now - HOUR, now)).toBe(clockTime(now - HOUR))
    expect(shortMoment(now - 2 * DAY, now)).toBe('Wed')
    expect(shortMoment(now - 20 * DAY, now)).toMatch(/31/)
    expect(moment(now + DAY, now)).toBe(`Sat ${clockTime(now)}`)
  })

  it('is on a day with a name', () => {
    expect(dayLabel(now - HOUR, now)).toBe('Today')
    expect(dayLabel(now - DAY, now)).toBe('Yesterday')
    expect(dayLabel(now - 2 * DAY, now)).toMatch(/Wednesday.*18.*|.*18.*Wednesday/)
  })
})

describe('a surface', () => {
  const accounts = [
    { account: 'a', network: 'sms', address: '+46 1', byNumber: true },
    { account: 'b', network: 'sms', address: '+46 2', byNumber: true },
    { account: 'c', network: 'whatsapp', address: '+46 3', byNumber: false }
  ]

  it('is called by its network, and by its address where two share one', () => {
    expect(surfaceName({ account: 'c', network: 'whatsapp' }, accounts)).toBe('WhatsApp')
    expect(surfaceName({ account: 'b', network: 'sms' }, accounts)).toBe('SMS +46 2')
    expect(surfaceName({ account: 'web', network: 'web' }, accounts)).toBe('Site')
  })

  it('of a network nobody has told us of keeps its name', () => {
    expect(networkName('viber')).toBe('Viber')
    expect(networkName('constructor')).toBe('Constructor')
  })

  it('was chosen for a reason in words', () => {
    expect(becauseWords('window_closed')).toMatch(/24-hour window/)
    expect(becauseWords('They used it last.')).toBe('They used it last.')
  })
})

describe('what else is told in words', () => {
  it('is a price, a size, a language, a property', () => {
    expect(money(12.5, 'EUR')).toBe('€12.50')
    expect(money(349)).toBe('349')
    expect(money(349, 'not money')).toBe('349')
    expect([fileSize(812), fileSize(14_200), fileSize(2_400_000)]).toEqual([
      '812 B',
      '14 KB',
      '2.4 MB'
    ])
    expect([languageName('sv-SE'), languageName('?')]).toEqual(['Swedish (Sweden)', '?'])
    expect([labelOf('firstName'), labelOf('last_order')]).toEqual(['First name', 'Last order'])
  })

  it('is a name by its initials', () => {
    expect(initialsOf('Ulla Britt Nygård')).toBe('UB')
    expect(initialsOf('“åsa”')).toBe('Å')
  })
})
