import type { FileRef } from '@segue/sdk'
import { useState } from 'preact/hooks'
import { sizeOf } from '../files/attached.ts'
import { usePanel } from './context.ts'
import { Icon } from './icon.tsx'
import { FILE } from './icons.ts'

// Not SVG: it is a document that may hold anything.
const PICTURE = /^image\/(png|jpeg|gif|webp|avif)$/

/** One picture or document. Opened only in a tab of its own, and only by web address. */
const ShownFile = ({ file }: { file: FileRef }) => {
  const { words } = usePanel()
  const [broken, setBroken] = useState(false)
  const href = file.url && /^https?:/i.test(file.url) ? file.url : undefined
  const picture = href && !broken && PICTURE.test(file.mime)
  return (
    <a
      class={picture ? 'picture' : 'file'}
      {...(href && { href })}
      target="_blank"
      rel="noopener noreferrer"
    >
      {picture ? (
        // The page's CSP may forbid our pictures: then it is a document to open.
        <img src={href} alt={file.name} loading="lazy" onError={() => setBroken(true)} />
      ) : (
        <>
          <Icon path={FILE} />
          <span dir="auto">
            <bdi>{file.name}</bdi>, {sizeOf(file.size)}
          </span>
        </>
      )}
      <span class="unseen"> ({words.opensInNewTab})</span>
    </a>
  )
}

/** What came with a message. */
export const Files = ({ files }: { files: readonly FileRef[] }) =>
  files.map(file => <ShownFile key={file.id} file={file} />)
