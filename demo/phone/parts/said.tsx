import { followTappedLink } from '../open-link.ts'

const LINK = /(https?:\/\/[^\s<>"']*[^\s<>"'.,:;!?)\]])/

/** A text with its links made to tap. */
export function Said({ text }: { text: string }) {
  // Splitting by a group keeps what it matched, at every odd place.
  return (
    <>
      {text.split(LINK).map((part, index) =>
        index % 2 ? (
          <a key={index} href={part} target="_blank" rel="noopener" onClick={followTappedLink}>
            {part}
          </a>
        ) : (
          part
        )
      )}
    </>
  )
}
