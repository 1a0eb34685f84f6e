import { Icon, SPEECH } from './icon.tsx'

/** The company's first letter, or a plain sign where only its number is known. */
export function Avatar({ title }: { title: string }) {
  return (
    <span class="avatar" aria-hidden="true">
      {title ? title[0] : <Icon path={SPEECH} />}
    </span>
  )
}
