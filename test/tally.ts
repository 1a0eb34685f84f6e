import type { Reporter, TestModule } from 'vitest/node'

/** Says in one plain line at the end how many tests ran. */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap(module => [...module.children.allTests()])
    const count = (state: string) => tests.filter(test => test.result().state === state).length
    const skipped = count('skipped')
    console.info(
      `${count('passed')} passed, ${count('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`
    )
  }
}
