import { useStore } from '@nanostores/preact'
import { $keysOn, switchKeys } from '../stores/shortcut-keys.ts'
import { t } from '../strings.ts'
import { Dialog } from './dialog.tsx'

const KEYS: [keys: string[], does: string][] = [
  [['j'], t.help.next],
  [['k'], t.help.previous],
  [['Enter'], t.help.open],
  [['r'], t.help.reply],
  [['m'], t.help.claim],
  [['c'], t.help.close],
  [['h'], t.help.handoff],
  [['a'], t.help.ask],
  [['i'], t.help.about],
  [['/'], t.help.search],
  [['1', '2', '3', '4'], t.help.tabs],
  [['Esc'], t.help.escape],
  [['?'], t.help.help]
]

const WRITING_KEYS: typeof KEYS = [
  [['Enter'], t.help.send],
  [['Shift', 'Enter'], t.help.newline]
]

function Keys({ keys }: { keys: typeof KEYS }) {
  return (
    <dl class="keys">
      {keys.map(([names, does]) => (
        <div key={does}>
          <dt>
            {names.map(name => (
              <kbd key={name}>{name}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Every key there is, and the switch that turns the single letters off. */
export function HelpDialog() {
  const on = useStore($keysOn)
  return (
    <Dialog name={t.help.title}>
      <Keys keys={KEYS} />
      <h3>{t.help.writing}</h3>
      <Keys keys={WRITING_KEYS} />
      <label class="check">
        <input
          type="checkbox"
          checked={on}
          aria-describedby="keys-hint"
          onChange={event => switchKeys(event.currentTarget.checked)}
        />
        <span>{t.help.toggle}</span>
      </label>
      <p class="hint" id="keys-hint">
        {t.help.toggleHint}
      </p>
    </Dialog>
  )
}
