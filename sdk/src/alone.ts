/** Runs the task while no other tab of this origin runs one of the same name. */
export async function alone<Result>(name: string, task: () => Promise<Result>): Promise<Result> {
  let begun: Promise<Result> | undefined
  const begin = () => {
    begun ??= task()
    return begun
  }
  // There are no locks over plain HTTP, and in a sandboxed frame they refuse.
  return Promise.resolve(globalThis.navigator?.locks?.request(name, begin)).then(begin, begin)
}
