import type { PickedFile } from './ask.ts'
import { type Picture, pictureUrl } from './pictures.ts'

/** Networks take photographs, not drawings: the picture as PNG. */
export async function drawPng(picture: Picture): Promise<PickedFile> {
  const image = new Image()
  image.src = pictureUrl(picture)
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = picture.width
  canvas.height = picture.height
  canvas.getContext('2d')?.drawImage(image, 0, 0, picture.width, picture.height)
  const data = base64Of(canvas.toDataURL('image/png'))
  return { name: `${picture.name}.png`, mime: 'image/png', data }
}

export function readFile(file: File): Promise<PickedFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(reader.error)
    reader.onload = () =>
      resolve({ name: file.name, mime: file.type, data: base64Of(String(reader.result)) })
    reader.readAsDataURL(file)
  })
}

/** `data:image/png;base64,iVBOR…` → `iVBOR…` */
const base64Of = (url: string) => url.slice(url.indexOf(',') + 1)
