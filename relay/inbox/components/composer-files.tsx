import { useStore } from '@nanostores/preact'
import { fileSize } from '../format/size.ts'
import { $attachments, type Attachment, removeAttachment } from '../stores/attachments.ts'
import { t } from '../strings.ts'
import { Icon } from './icon.tsx'

const stateWords = ({ status, size, problem }: Attachment) =>
  status === 'uploading' ? t.composer.uploading : status === 'failed' ? problem : fileSize(size)

/** What goes with the reply. */
export function ComposerFiles({ conversation }: { conversation: string }) {
  const files = useStore($attachments)[conversation] ?? []
  if (files.length === 0) return null
  return (
    <ul class="composer-files">
      {files.map(file => (
        <li key={file.key} class={`chip is-${file.status}`}>
          {file.preview ? <img src={file.preview} alt="" /> : <Icon name="file" />}
          <span class="chip-name">{file.name}</span>
          <span class="chip-state">{stateWords(file)}</span>
          <button
            type="button"
            class="icon-button"
            onClick={() => removeAttachment(conversation, file.key)}
          >
            <Icon name="close" label={t.composer.remove(file.name)} />
          </button>
        </li>
      ))}
    </ul>
  )
}
