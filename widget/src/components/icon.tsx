interface Props {
  path: string
  /** Side length in CSS pixels. */
  size?: number
  /** Whether it points along the reading direction. */
  flip?: boolean
}

/** One icon. It is never the only thing that says something: its button has a name. */
export const Icon = ({ path, size = 20, flip }: Props) => (
  <svg
    class={flip ? 'icon flip' : 'icon'}
    viewBox="0 0 20 20"
    width={size}
    height={size}
    aria-hidden="true"
  >
    <path d={path} />
  </svg>
)
