import { usePanel } from '../components/context.ts'
import { useStore } from '../components/use-store.ts'
import { useAttach } from './use-attach.ts'

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files')

/** What lets files be dropped on the panel: handlers for its box. The page itself never gets to open them. */
export function useDrop() {
  const { conversation, words } = usePanel()
  const session = useStore(conversation.$session)
  const attach = useAttach()
  if (session && !session.files) return {}

  const mark = ({ currentTarget }: DragEvent, text?: string) => {
    const { dataset } = currentTarget as HTMLElement
    if (text) dataset.drop = text
    else delete dataset.drop
  }
  return {
    onDragEnter: (event: DragEvent) => hasFiles(event) && attach([]),
    onDragOver(event: DragEvent) {
      if (!hasFiles(event)) return
      event.preventDefault()
      mark(event, words.dropFiles)
    },
    onDragLeave(event: DragEvent) {
      // Also told when the pointer goes from one part of the panel to another.
      if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null))
        mark(event)
    },
    onDrop(event: DragEvent) {
      if (!hasFiles(event)) return
      event.preventDefault()
      mark(event)
      attach(event.dataTransfer!.files)
    }
  }
}
