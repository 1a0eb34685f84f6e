/** Dresses a shadow root in style sheets, each once, in the one way that no policy of a page forbids. */
export function createWardrobe(root: ShadowRoot): (css: string) => void {
  const worn = new Set<string>()
  return css => {
    if (worn.has(css)) return
    worn.add(css)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets.push(sheet)
  }
}
