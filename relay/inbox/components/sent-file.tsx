import type { FileRef } from '@segue/sdk/protocol'
import { fileSize } from '../format/size.ts'
import { t } from '../strings.ts'
import { Icon } from './icon.tsx'

/**
 * Where to read a file from: its own path on the relay that served this page. The relay signs for its public address,
 * which may be another name for the same host, and this page loads pictures from its own origin only.
 */
export function ownAddress(url: string | undefined): string | undefined {
  const parsed = url === undefined ? null : URL.parse(url, location.href)
  return parsed ? parsed.pathname + parsed.search : undefined
}

/** A picture, or a document to open. */
export function SentFile({ file }: { file: FileRef }) {
  const href = ownAddress(file.url)
  const isPicture = file.mime.startsWith('image/')
  return (
    <a
      class={isPicture ? 'picture' : 'document'}
      {...(href && { href })}
      target="_blank"
      rel="noopener noreferrer"
    >
      {isPicture && href ? (
        <img src={href} alt={t.thread.picture(file.name)} loading="lazy" decoding="async" />
      ) : (
        <>
          <Icon name="file" />
          <span class="document-name">{file.name}</span>
          <span class="document-size">{fileSize(file.size)}</span>
        </>
      )}
      <span class="sr-only">{t.thread.opensNewTab}</span>
    </a>
  )
}
