/** Markdown on standard output, as the README has it. */
export const say = (line = ''): void => console.info(line)

export const row = (...cells: (string | number)[]): void => say(`| ${cells.join(' | ')} |`)

/** A table with its first column to the left and numbers to the right. */
export function head(first: string, ...others: string[]): void {
  row(first, ...others)
  row('---', ...others.map(() => '--:'))
}
