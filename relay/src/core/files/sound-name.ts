/** What turns the reading direction round can make `fdp.exe` look like `exe.pdf`. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu

/** What somebody calls a file, as a name people know: without a path, and without what no file system takes. */
export function soundName(said: string): string {
  const last = said.toWellFormed().split(/[/\\]/).at(-1)!
  const seen = last.replaceAll(UNSEEN, '').trim().slice(0, 255)
  // The cut may have left half of a character.
  return seen.replace(/[\ud800-\udbff]$/, '') || 'file'
}
