/** As far as we use it: https://html.spec.whatwg.org/#close-watcher. Safari and Firefox have none. */
interface CloseWatcher {
  onclose: (() => void) | null
  destroy(): void
}
type Watching = typeof globalThis & { CloseWatcher?: new () => CloseWatcher }

/** What Escape does in the panel, wherever the focus is in it. */
function pressEscape(panel: HTMLElement): void {
  const { activeElement } = panel.getRootNode() as ShadowRoot
  const at = activeElement && panel.contains(activeElement) ? activeElement : panel
  at.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
}

/** The platform tells of the way back, and the page's history is left alone. */
function watchClosing(Watcher: new () => CloseWatcher, back: () => void): () => void {
  let watcher: CloseWatcher
  const watch = (): void => {
    watcher = new Watcher()
    watcher.onclose = () => {
      back()
      // One tells once, and there may be a sheet less and the chat still.
      watch()
    }
  }
  watch()
  return () => watcher.destroy()
}

/**
 * One step of history more, for the way back to take. It has the page's own address and state, so that a router finds
 * itself where it was.
 */
function watchHistory(back: () => void): () => void {
  const id = Math.random()
  let isOver = false
  const isOurs = (): boolean => history.state?.segue === id
  const push = (): void => history.pushState({ ...Object(history.state), segue: id }, '')

  const pop = (): void => {
    if (isOurs()) return
    back()
    // What is closed by then has ended this; what is still open can be left once more.
    setTimeout(() => isOver || isOurs() || push())
  }

  push()
  addEventListener('popstate', pop)
  return () => {
    isOver = true
    removeEventListener('popstate', pop)
    // Closed in another way. Where the page has gone on meanwhile, its steps are not ours to take.
    if (isOurs()) history.back()
  }
}

/** Makes the way back of a phone lead out of the panel, not off the page. Returns the undo. */
export function catchBack(panel: HTMLElement): () => void {
  const back = (): void => pressEscape(panel)
  const { CloseWatcher } = globalThis as Watching
  return CloseWatcher ? watchClosing(CloseWatcher, back) : watchHistory(back)
}
