/** @throws {Error} for an id that could be more than a name */
export function checkFileId(id: string): string {
  if (!/^[\w-]{1,64}$/.test(id)) throw new Error('A file id is 1 to 64 letters, digits, - or _.')
  return id
}
