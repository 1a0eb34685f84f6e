import type { RepliesContent } from '@segue/sdk'
import { usePanel } from '../components/context.ts'
import type { ContentView } from '../components/lazy-content.tsx'
import { Cards } from './cards.tsx'
import content from './content.css?inline'
import { css as fields } from './fields.tsx'
import { Form } from './form.tsx'
import { useAnswer } from './use-answer.ts'

export const css = [content, fields].join('')

/** Answers to tap, until one is. */
function Replies({ id, content }: { id: string; content: RepliesContent }) {
  const { words } = usePanel()
  const { isAnswered, give } = useAnswer(id)
  if (isAnswered) return null
  return (
    <ul class="chips asked" aria-label={words.chooseAnswer}>
      {content.replies.map(({ id: choice, title }) => (
        <li key={choice}>
          <button
            type="button"
            class="chip"
            dir="auto"
            onClick={({ currentTarget }) => give(title, { choice }, currentTarget)}
          >
            {title}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What a message asks. */
export const Content: ContentView = ({ id, content, drawText }) => {
  if (content.kind === 'replies') return <Replies id={id} content={content} />
  if (content.kind === 'cards') return <Cards id={id} cards={content.cards} drawText={drawText} />
  return <Form id={id} form={content} />
}
