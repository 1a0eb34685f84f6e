import { useStore } from '@nanostores/preact'
import type { PersonView } from '@segue/sdk/protocol'
import { valueText } from '../fold/event-line.ts'
import { labelOf } from '../format/label.ts'
import { languageName } from '../format/language.ts'
import { surfaceName } from '../format/surface.ts'
import { dateOf } from '../format/time.ts'
import { $accounts } from '../stores/session.ts'
import { t } from '../strings.ts'
import { Avatar } from './avatar.tsx'
import { Icon, networkIcon } from './icon.tsx'

/** `phone:+46…` without its scheme: the place in front of it says what it is. */
const bareName = (name: string) => name.slice(name.indexOf(':') + 1)

function Addresses({ addresses }: Pick<PersonView, 'addresses'>) {
  const accounts = useStore($accounts)
  // A visitor's own id on the site says nothing to anybody.
  const telling = addresses.filter(({ on }) => on.account !== 'web')
  if (telling.length === 0) return null
  return (
    <>
      <h4>{t.about.addresses}</h4>
      <ul class="addresses">
        {telling.map(({ on, names }) => (
          <li key={`${on.account} ${names[0]}`}>
            <Icon name={networkIcon(on.network)} label={surfaceName(on, accounts)} />
            <span class="address-names">{names.map(bareName).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Traits({ person }: { person: PersonView }) {
  const { language } = person
  const traits = Object.entries(person.traits)
  if (traits.length === 0 && !language) return null
  return (
    <dl class="facts">
      {language && (
        <div>
          <dt>{t.about.language}</dt>
          <dd>{languageName(language)}</dd>
        </div>
      )}
      {traits.map(([name, value]) => (
        <div key={name}>
          <dt>{labelOf(name)}</dt>
          <dd dir="auto">{valueText(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Which of the site's users this is; or says to be, which anybody may. */
function UserLine({ user }: Required<Pick<PersonView, 'user'>>) {
  if (user.proved) return <p class="user-line">{t.user.proved(user.id)}</p>
  return (
    <p class="user-line is-warning" dir="auto">
      {t.user.claimed(user.id)} <span class="tag">{t.user.notProved}</span>
    </p>
  )
}

/** Who this is. */
export function PersonCard({ person }: { person: PersonView }) {
  return (
    <section class="card person-card">
      <div class="person-head">
        <Avatar id={person.id} name={person.name} />
        <div>
          <h3 dir="auto">{person.name}</h3>
          {person.user && <UserLine user={person.user} />}
          <p class="quiet">{t.about.since(dateOf(person.at))}</p>
        </div>
      </div>
      <Traits person={person} />
      <Addresses addresses={person.addresses} />
    </section>
  )
}
