const UNITS = ['B', 'KB', 'MB', 'GB']

/** Bytes for people: `812 B`, `14 KB`, `2.4 MB`. */
export function fileSize(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000
    unit += 1
  }
  const rounded = unit > 1 && size < 10 ? size.toFixed(1) : Math.round(size)
  return `${rounded} ${UNITS[unit]}`
}
