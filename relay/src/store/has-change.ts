/** Whether a change names anything at all: SQL has no update that sets nothing. */
export const hasChange = (change: object): boolean =>
  Object.values(change).some(value => value !== undefined)
