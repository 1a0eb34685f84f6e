import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../components/icon.tsx'
import { FILE } from '../components/icons.ts'

/** Drawn twice as large as it is shown, for fine screens. */
const SIDE = 80

/** Draws the middle of a picture as a square. @throws where the browser cannot read it */
async function draw(file: File, canvas: HTMLCanvasElement): Promise<void> {
  const picture = await createImageBitmap(file)
  const side = Math.min(picture.width, picture.height)
  const [x, y] = [(picture.width - side) / 2, (picture.height - side) / 2]
  canvas.getContext('2d')!.drawImage(picture, x, y, side, side, 0, 0, SIDE, SIDE)
  picture.close()
}

/** What a picked file looks like. On a canvas: a page's policy may forbid pictures by `blob:`. */
export function Thumb({ file }: { file: File }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [plain, setPlain] = useState(!file.type.startsWith('image/'))
  useEffect(() => {
    if (!plain) draw(file, canvas.current!).catch(() => setPlain(true))
  }, [file])
  return plain ? (
    <span class="thumb">
      <Icon path={FILE} />
    </span>
  ) : (
    <canvas ref={canvas} class="thumb" width={SIDE} height={SIDE} />
  )
}
