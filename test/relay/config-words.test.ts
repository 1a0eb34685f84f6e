import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brandWarnings } from '../../relay/src/config/brand-warnings.ts'
import { readConfig, warningsOf } from '../../relay/src/config.ts'
import { problemsOf } from '../doubles/config-problems.ts'
import { testConfig } from '../doubles/relay.ts'

const good = testConfig({}, '/data')
const withSite = (settings: object) => ({ ...good, sites: [{ ...good.sites[0]!, ...settings }] })

/** Every problem of a site's settings, as one line each. */
const siteProblems = (settings: object) => problemsOf(withSite(settings))

describe('a site’s own words', () => {
  it('may be any text, in forms where it has any, in any language, and on phones', () => {
    const texts = {
      sv: {
        greeting: 'Hejsan!',
        questions: ['Var är mitt paket?'],
        continueOn: { sms: 'Vidare på sms', other: 'Vidare i {network}' },
        newMessages: { one: 'ett nytt', other: '{count} nya' },
        note: { closed: 'Tack för pratstunden.' },
        phone: { linked: 'Nu är du hos {site}. Chatten började {began}.' }
      },
      'pt-BR': { greeting: 'Oi!' },
      nn: { greeting: 'Hei!' }
    }
    const [site] = readConfig(withSite({ texts })).sites
    expect([...site!.texts!.keys()]).toEqual(['sv', 'pt-br', 'nb'])
    const { phone, ...page } = texts.sv
    expect(site!.texts!.get('sv')).toEqual({ page, phone })
  })

  it('are checked by path, with the nearest name', () => {
    const texts = {
      svenska_: { greeting: 'Hej' },
      sv: {
        greting: 'Hej',
        send: { other: 'Skicka' },
        chatWith: 'Chatta med {sight}',
        closeChat: 'Stäng {site}',
        back: ' ',
        newMessages: { one: 'ett', couple: 'två', other: '{count}' },
        via: { sms: 'x' },
        questions: ['x'.repeat(81)],
        note: { clossed: 'x', joined: 'x {name}' },
        phone: { mirrorYes: 'Ja, visa det på sajten också', helo: 'x' }
      },
      de: 'Guten Tag'
    }
    expect(siteProblems({ texts })).toEqual([
      'sites[0].texts.svenska_ is no language — Write it as en or pt-BR.',
      'sites[0].texts.sv.greting is no text — Did you mean greeting?',
      'sites[0].texts.sv.send must be a text',
      'sites[0].texts.sv.chatWith has nothing to put in place of {sight} — It may use {site}.',
      'sites[0].texts.sv.closeChat has nothing to put in place of {site} — It fills in nothing.',
      'sites[0].texts.sv.back is empty',
      'sites[0].texts.sv.newMessages.couple is no plural form — One of: zero, one, two, few, many, other.',
      'sites[0].texts.sv.via.other is missing — It is for all the rest.',
      'sites[0].texts.sv.note.clossed is no text — Did you mean closed?',
      'sites[0].texts.sv.phone.mirrorYes is too long for a button: at most 20 characters',
      expect.stringContaining('sites[0].texts.sv.phone.helo is no text — Known here: draft,'),
      'sites[0].texts.sv.questions must be a list of questions — At most 6, of at most 80 characters each.',
      'sites[0].texts.de must be texts by their names'
    ])
  })
})

describe('a site’s hours', () => {
  it('are read with pauses, past midnight, and days off', () => {
    const hours = {
      mon: '09:00-12:00, 13:00-17:30',
      fri: '18:00-02:00',
      sat: 'closed',
      sun: '00:00-24:00',
      dates: { '12-24': 'closed', '2026-12-31': '09:00-12:00' }
    }
    const [site] = readConfig(withSite({ hours, timeZone: 'Europe/Stockholm' })).sites
    expect(site!.hours).toEqual({
      timeZone: 'Europe/Stockholm',
      week: [
        [
          { from: 540, to: 720 },
          { from: 780, to: 1050 }
        ],
        [],
        [],
        [],
        [{ from: 1080, to: 1560 }],
        [],
        [{ from: 0, to: 1440 }]
      ],
      dates: new Map([
        ['12-24', []],
        ['2026-12-31', [{ from: 540, to: 720 }]]
      ])
    })
  })

  it('are refused where they cannot be read, each by its path', () => {
    const hours = {
      mon: '9-17',
      tue: '09:00-09:00',
      wed: '24:00-25:00',
      thu: '09:60-10:00',
      fri: '09:00-12:00-13:00',
      dates: { '12-32': 'closed', '2026-02-30': 'closed', '02-29': 'closed', '12-24': 'never' }
    }
    expect(siteProblems({ hours }).map(line => line.split(' ')[0])).toEqual([
      ...['mon', 'tue', 'wed', 'thu', 'fri'].map(day => `sites[0].hours.${day}`),
      'sites[0].hours.dates.12-32',
      'sites[0].hours.dates.2026-02-30',
      'sites[0].hours.dates.12-24'
    ])
    expect(siteProblems({ hours: { monday: '09:00-17:00' } })[0]).toMatch(
      /hours.monday is not a set/
    )
  })

  it('without a zone are read in UTC, and whoever starts the relay is told', () => {
    const settings = readConfig(withSite({ hours: { mon: '09:00-17:00' } }))
    expect(settings.sites[0]!.hours!.timeZone).toBe('UTC')
    expect(warningsOf(settings)).toContain(
      'Site shop has hours and no timeZone: they are read in UTC.'
    )
  })
})

describe('a brand', () => {
  it('is part of what every page is told', () => {
    const brand = {
      ...{ accent: '#17624f', accentDark: '#7cccb9', onAccent: '#ffffff', radius: 8 },
      ...{ font: 'Inter, "Segoe UI", sans-serif', icon: 'M4 4h12v9H8l-4 4z' },
      ...{ logo: 'https://shop.example/l.png', avatar: 'https://shop.example/a.png' }
    }
    const [site] = readConfig(withSite({ brand, replyTime: 30 })).sites
    expect(site!.look).toEqual({ name: 'Test Shop', ...brand, replyTime: 30 })
  })

  it('is refused where it could be more than a colour, a font or a line', () => {
    const brand = {
      accent: 'red',
      font: 'x;} * { display: none',
      icon: 'M0 0" onload="x',
      avatar: 'javascript:alert(1)',
      radius: 99
    }
    const paths = siteProblems({ brand }).map(line => line.split(' ')[0]!.split('.').at(-1))
    expect(paths.sort()).toEqual(['accent', 'avatar', 'font', 'icon', 'radius'])
  })

  const told = (brand: object) => brandWarnings({ key: 'shop', look: { name: 'x', ...brand } })

  it('that had to be adjusted is told, with what is used instead', () => {
    expect(told({ accent: '#ffd400' })[0]).toMatch(
      /site shop: accent #ffd400 stands out from white by 1\.4:1, and 3:1 is needed: buttons get an edge of #\w{6}, and links are #\w{6}\.$/
    )
    expect(told({ accent: '#e05a2b' })[0]).toMatch(/is read at 3\.\d:1 as text/)
    expect(told({ accent: '#111111' })).toEqual([
      expect.stringMatching(/hardly seen in the dark, where #\w{6} is used\. Set accentDark/)
    ])
    expect(told({ accent: '#17624f', onAccent: '#6a9', accentDark: '#7cccb9' })[0]).toMatch(
      /onAccent #6a9 is read at .*, and 4\.5:1 is needed: #ffffff is used/
    )
  })

  it('that can be read as it is says nothing', () => {
    expect(told({ accent: '#17624f' })).toEqual([])
    expect(told({})).toEqual([])
  })

  it('of any colour is told of in sentences', () => {
    const part = fc.integer({ min: 0, max: 0xffffff })
    fc.assert(
      fc.property(part, number => {
        const accent = `#${number.toString(16).padStart(6, '0')}`
        for (const line of told({ accent })) expect(line).toMatch(/^The brand of site shop: .+\.$/)
      })
    )
  })
})
