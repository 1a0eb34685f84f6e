import { useRef, useState } from 'preact/hooks'
import type { PickedFile } from '../ask.ts'
import { drawPng, readFile } from '../picked-file.ts'
import { PICTURES, pictureUrl } from '../pictures.ts'

/** Largest file WhatsApp takes as a picture, in bytes. */
const LARGEST = 5 * 1024 * 1024

/** A few pictures that lie on the phone, or one from this computer. */
export function PictureSheet({ choose }: { choose: (file: PickedFile) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [problem, tell] = useState('')
  const take = async (file: File | undefined) => {
    if (!file) return
    if (file.size > LARGEST) tell('The file is larger than 5 MB. Choose a smaller one.')
    else choose(await readFile(file))
  }
  return (
    <section class="pictures" aria-label="Pictures">
      {PICTURES.map(picture => (
        <button
          key={picture.name}
          type="button"
          aria-label={`Send ${picture.title}`}
          onClick={async () => choose(await drawPng(picture))}
        >
          <img src={pictureUrl(picture)} alt="" />
        </button>
      ))}
      <button type="button" class="own" onClick={() => input.current?.click()}>
        From this computer
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*,application/pdf"
        hidden
        onChange={event => take(event.currentTarget.files?.[0])}
      />
      {problem && <p role="alert">{problem}</p>}
    </section>
  )
}
