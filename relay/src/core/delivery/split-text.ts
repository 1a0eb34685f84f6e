/**
 * Cuts a text into pieces of at most `limit` code points, at a line, a sentence or a space where there is one in the last third.
 * Nothing but white space at a cut is lost.
 */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = []
  let rest = [...text]
  while (rest.length > limit) {
    const cut = cutBefore(rest, limit)
    pieces.push(rest.slice(0, cut).join('').trimEnd())
    rest = [...rest.slice(cut).join('').trimStart()]
  }
  if (rest.length > 0) pieces.push(rest.join(''))
  return pieces
}

function cutBefore(points: string[], limit: number): number {
  const earliest = Math.floor((limit * 2) / 3)
  for (const isGood of [(point: string) => point === '\n', (point: string) => /\s/.test(point)]) {
    for (let at = limit; at > earliest; at--) if (isGood(points[at]!)) return at
  }
  return limit
}
