const SIDE = 32

async function drawDot(href: string): Promise<string> {
  const image = new Image()
  image.crossOrigin = 'anonymous'
  image.src = href
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIDE
  const pen = canvas.getContext('2d')!
  pen.drawImage(image, 0, 0, SIDE, SIDE)
  pen.fillStyle = '#d92d20'
  pen.arc(SIDE - 9, 9, 8, 0, 7)
  pen.fill()
  return canvas.toDataURL()
}

/** A dot on the page's icon, where the page has one that may be read. Needs `img-src data:` where a policy rules images. */
export function createIconMark() {
  let marked: HTMLLinkElement | undefined
  let wanted = false

  const put = async () => {
    const own = document.querySelector<HTMLLinkElement>('link[rel~="icon"]')
    const href = own && (await drawDot(own.href))
    if (!href || !wanted || marked) return
    marked = own.cloneNode() as HTMLLinkElement
    marked.href = href
    marked.removeAttribute('type')
    // The last one counts.
    own.after(marked)
  }

  return {
    show(on: boolean): void {
      wanted = on
      if (on && !marked) put().catch(() => {}) // The icon stays as it is.
      if (on) return
      marked?.remove()
      marked = undefined
    }
  }
}
