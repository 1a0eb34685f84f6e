import { useState } from 'preact/hooks'
import { Icon } from '../components/icon.tsx'
import { CHECK } from '../components/icons.ts'
import { COPY } from './icons.ts'
import { useStep } from './use-handoff.ts'

interface Props {
  label: string
  value: string
}

/** A value to take along by hand. Where the clipboard is refused it can still be selected. */
export function Copyable({ label, value }: Props) {
  const { late } = useStep()
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false)
    )
  return (
    <div class="copyable">
      <dt>{label}</dt>
      {/* Numbers and codes are read from left to right in every language. */}
      <dd>
        <bdi dir="ltr">{value}</bdi>
        <button type="button" class="plain" aria-label={`${late.copy}: ${label}`} onClick={copy}>
          <Icon path={copied ? CHECK : COPY} />
        </button>
        <span class="unseen" role="status">
          {copied && late.copied}
        </span>
      </dd>
    </div>
  )
}
