import { drawMarks, type MakeElement } from '@segue/sdk/marks'
import { h, type VNode } from 'preact'
import { followTappedLink } from '../open-link.ts'

const LINK = /(https?:\/\/[^\s<>"']*[^\s<>"'.,:;!?)\]])/

const make: MakeElement<VNode> = (tag, props, ...of) =>
  h(tag, tag === 'a' ? { ...props, onClick: followTappedLink } : props, ...of)

/** A text with its links made to tap: WhatsApp draws its marks as well, texts are as they are. */
export function Said({ text, marks }: { text: string; marks: boolean }) {
  if (marks) return <>{drawMarks(text, make)}</>
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
