import { useId } from 'preact/hooks'

interface Props {
  label: string
  note?: string
  on: boolean
  change(on: boolean): void
}

/** Something on or off. */
export function Switch({ label, note, on, change }: Props) {
  const id = useId()
  return (
    <label class="switch">
      <span class="words">
        {label}
        {note && <small id={id}>{note}</small>}
      </span>
      <input
        type="checkbox"
        aria-describedby={note && id}
        checked={on}
        onChange={event => change(event.currentTarget.checked)}
      />
    </label>
  )
}
