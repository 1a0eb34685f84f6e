import { usePanel } from '../components/context.ts'
import { Icon } from '../components/icon.tsx'
import { ALERT, CLOSE } from '../components/icons.ts'
import { useStore } from '../components/use-store.ts'
import type { Attached } from './attached.ts'
import { sizeOf } from './attached.ts'
import { Thumb } from './thumb.tsx'
import { $problem, $told, remove, upload } from './uploads.ts'

export { default as css } from './tray.css?inline'
export { take } from './uploads.ts'

/** How far one file is, in words or as a bar. */
function Standing({ item }: { item: Attached }) {
  const panel = usePanel()
  const { words } = panel
  const { file, part, ref, error } = item
  if (error) {
    return (
      <span class="failed">
        <Icon path={ALERT} size={16} />
        <span>{error}</span>
        <button type="button" class="text" onClick={() => upload(panel, item)}>
          {words.tryAgain}
        </button>
      </span>
    )
  }
  if (ref) return <span class="size">{sizeOf(file.size)}</span>
  return <progress aria-label={words.uploading({ name: file.name })} value={part} />
}

function Item({ item }: { item: Attached }) {
  const panel = usePanel()
  const { name } = item.file
  const takeOut = ({ currentTarget }: Event) => {
    // The button goes with its file: the focus goes to where one writes.
    const root = (currentTarget as Element).getRootNode() as ShadowRoot
    remove(panel, item)
    root.querySelector<HTMLElement>('.composer textarea')?.focus()
  }
  return (
    <li>
      <Thumb file={item.file} />
      <span class="about">
        <bdi class="name">{name}</bdi>
        <Standing item={item} />
      </span>
      <button type="button" aria-label={panel.words.removeFile({ name })} onClick={takeOut}>
        <Icon path={CLOSE} size={16} />
      </button>
    </li>
  )
}

/** The files that go with the next message. */
export function Tray() {
  const { $files } = usePanel()
  const files = useStore($files)
  return (
    <div class="tray">
      {files.length > 0 && (
        <ul>
          {files.map(item => (
            <Item key={item.key} item={item} />
          ))}
        </ul>
      )}
      <p class="problem" role="alert">
        {useStore($problem)}
      </p>
      <p class="unseen" role="status">
        {useStore($told)}
      </p>
    </div>
  )
}
