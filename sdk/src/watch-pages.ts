/** As far as we use it: browsers without it have the History API alone. */
interface Navigation {
  addEventListener(event: 'currententrychange', run: () => void): void
  removeEventListener(event: 'currententrychange', run: () => void): void
}

const pathNow = () => location.origin + location.pathname

/**
 * Tells when a page that is never loaded again has another path. Several changes in one turn, as a redirect makes
 * them, are one; query and fragment are no other page. Returns the undo.
 *
 * @param last the path that was told already
 */
export function watchPages(turned: () => void, last: string): () => void {
  const timers = new Set<ReturnType<typeof setTimeout>>()
  let isOver = false

  const look = () => {
    if (isOver || pathNow() === last) return
    last = pathNow()
    turned()
  }

  // Not at once: the page gives itself its title after it has changed its address.
  const lookSoon = () => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      look()
    })
    timers.add(timer)
  }

  const undo = listen(lookSoon)
  // Something may have happened while this was loading.
  look()

  return () => {
    isOver = true
    undo()
    timers.forEach(clearTimeout)
  }
}

function listen(changed: () => void): () => void {
  const { navigation } = globalThis as { navigation?: Navigation }
  if (navigation) {
    navigation.addEventListener('currententrychange', changed)
    return () => navigation.removeEventListener('currententrychange', changed)
  }
  const undos = (['pushState', 'replaceState'] as const).map(name => wrap(name, changed))
  addEventListener('popstate', changed)
  return () => {
    removeEventListener('popstate', changed)
    for (const undo of undos) undo()
  }
}

function wrap(name: 'pushState' | 'replaceState', called: () => void): () => void {
  const before = history[name]
  const ours: typeof before = function (this: History, ...args) {
    before.apply(this, args)
    called()
  }
  history[name] = ours
  return () => {
    // Whoever wrapped ours keeps it: to take it out would take theirs out too.
    if (history[name] === ours) history[name] = before
  }
}
