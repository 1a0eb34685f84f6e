import { Buffer } from 'node:buffer'
import { buffer } from 'node:stream/consumers'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withoutNotes } from '../../../../relay/src/core/files/notes/without-notes.ts'
import { borrowChromium } from '../../../doubles/borrow-chromium.ts'
import {
  cameraNotes,
  notedJpeg,
  notedPng,
  notedWebp,
  SECRET
} from '../../../doubles/noted-pictures.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await borrowChromium()
  page = await browser.newPage()
})
afterAll(() => browser?.close())

const WIDTH = 64
const HEIGHT = 40

/** A picture with something to see in each corner, as the browser writes it. */
async function draw(mime: string): Promise<Buffer> {
  const url = await page.evaluate(
    ([mime, width, height]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height })
      const pen = canvas.getContext('2d')!
      const corners = [
        ['red', 0, 0],
        ['lime', 32, 0],
        ['blue', 0, 20],
        ['white', 32, 20]
      ] as const
      for (const [color, x, y] of corners) {
        pen.fillStyle = color
        pen.fillRect(x, y, 32, 20)
      }
      return canvas.toDataURL(mime, 0.9)
    },
    [mime, WIDTH, HEIGHT] as const
  )
  return Buffer.from(url.split(',')[1]!, 'base64')
}

/** What the browser makes of it: its size as it is shown, and the sum of all that it shows. */
const look = (mime: string, bytes: Buffer) =>
  page.evaluate(
    async url => {
      const image = new Image()
      image.src = url
      await image.decode()
      const { naturalWidth: width, naturalHeight: height } = image
      const canvas = Object.assign(document.createElement('canvas'), { width, height })
      const pen = canvas.getContext('2d')!
      pen.drawImage(image, 0, 0)
      return { width, height, pixels: [...pen.getImageData(0, 0, width, height).data].join() }
    },
    `data:${mime};base64,${bytes.toString('base64')}`
  )

async function* only(bytes: Uint8Array) {
  yield bytes
}

it.each([1, 6, 8])('looks the same in a browser, turned as it was: %i', async turned => {
  const notes = cameraNotes(turned)
  const size = { width: WIDTH, height: HEIGHT, notes }
  const all = {
    'image/jpeg': notedJpeg(await draw('image/jpeg'), notes),
    'image/png': notedPng(await draw('image/png'), notes),
    'image/webp': notedWebp(await draw('image/webp'), size)
  }
  for (const [mime, noted] of Object.entries(all)) {
    const stripped = await buffer(withoutNotes(mime, only(noted)))
    expect(stripped.includes(SECRET), mime).toBe(false)
    const [before, after] = [await look(mime, noted), await look(mime, stripped)]
    expect(after.pixels === before.pixels, mime).toBe(true)
    expect([after.width, after.height], mime).toEqual([before.width, before.height])
    if (mime === 'image/jpeg') {
      expect([after.width, after.height]).toEqual(turned === 1 ? [WIDTH, HEIGHT] : [HEIGHT, WIDTH])
    }
  }
})
