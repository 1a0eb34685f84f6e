/** One of several things that are added, moved and removed. */
export interface Line {
  /** Its own for as long as it is there, wherever it stands. */
  key: string
}

/** The lines with one of them changed. */
export const changeLine = <Of extends Line>(
  lines: readonly Of[],
  key: string,
  change: Partial<Of>
): readonly Of[] => lines.map(line => (line.key === key ? { ...line, ...change } : line))

/** The lines without one of them. */
export const removeLine = <Of extends Line>(lines: readonly Of[], key: string): readonly Of[] =>
  lines.filter(line => line.key !== key)

/** The lines with another one: after the one that is named, else at the end. */
export function addLine<Of extends Line>(
  lines: readonly Of[],
  added: Of,
  after?: string
): readonly Of[] {
  const place = lines.findIndex(({ key }) => key === after)
  return place < 0 ? [...lines, added] : lines.toSpliced(place + 1, 0, added)
}

/** The lines with one of them a place further up or down, if there is such a place. */
export function moveLine<Of extends Line>(
  lines: readonly Of[],
  key: string,
  by: 1 | -1
): readonly Of[] {
  const from = lines.findIndex(line => line.key === key)
  const to = from + by
  const [moved] = lines.slice(from, from + 1)
  if (!moved || to < 0 || to >= lines.length) return lines
  return lines.toSpliced(from, 1).toSpliced(to, 0, moved)
}
