/** A number before the page's title. The page may change its title meanwhile: its own word counts. */
export function createTitleMark() {
  let own = ''
  let ours: string | undefined
  return {
    /** 0 gives the page its title back. */
    show(count: number): void {
      if (document.title !== ours) own = document.title
      else document.title = own
      ours = undefined
      if (!count) return
      document.title = `(${count}) ${own}`
      // As the browser reads it: it trims, and joins spaces.
      ours = document.title
    }
  }
}
