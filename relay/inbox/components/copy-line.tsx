import { useRef, useState } from 'preact/hooks'
import { t } from '../strings.ts'

/** Something to hand on: shown, selectable, and copied by one press. */
export function CopyLine({
  label,
  value,
  large
}: {
  label: string
  value: string
  large?: boolean
}) {
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')

  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(value)
      setSaid(t.handoff.copied)
    } catch {
      // A page on plain HTTP has no clipboard; the selection is there for Ctrl+C.
      setSaid(t.handoff.copyByHand)
    }
  }

  return (
    <div class={`copy-line${large ? ' is-large' : ''}`}>
      <label class="field">
        <span>{label}</span>
        <input ref={field} type="text" readOnly value={value} size={value.length} />
      </label>
      <button
        type="button"
        class="button"
        aria-label={`${t.handoff.copy}: ${label}`}
        onClick={copy}
      >
        {t.handoff.copy}
      </button>
      <span class="copied" role="status">
        {said}
      </span>
    </div>
  )
}
