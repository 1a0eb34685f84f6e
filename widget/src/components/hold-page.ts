/** Everything on the page that is not `host`, as few elements as that takes. */
function restOf(host: Element): HTMLElement[] {
  const rest: HTMLElement[] = []
  for (let at: Element | null = host; at?.parentElement; at = at.parentElement) {
    for (const sibling of at.parentElement.children) {
      const held = sibling !== at && sibling instanceof HTMLElement && !sibling.inert
      if (held && !/^(head|script|style|link|template)$/i.test(sibling.tagName)) rest.push(sibling)
    }
  }
  return rest
}

/** Makes the page behind a full-screen panel rest: no focus, no clicks, no scrolling. Returns the undo. */
export function holdPage(host: Element): () => void {
  const rest = restOf(host)
  const { style } = document.documentElement
  const overflow = style.overflow
  for (const element of rest) element.inert = true
  style.overflow = 'hidden'
  return () => {
    for (const element of rest) element.inert = false
    style.overflow = overflow
  }
}
