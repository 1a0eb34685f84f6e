import { head, row } from './table.ts'
import { measureWidget } from './widget-moments.ts'

/** What the widget costs a page. */
export async function printWidget(): Promise<void> {
  head(
    'widget, 4× slowdown',
    'requests',
    'bytes (br)',
    'script ms',
    'longest task ms',
    'layout shift'
  )
  for (const moment of await measureWidget()) {
    const { name, requests, bytes, script, longestTask, layoutShift } = moment
    const task = longestTask === 0 ? 'under 50' : longestTask.toFixed(0)
    row(name, requests, bytes, script.toFixed(1), task, layoutShift.toFixed(3))
  }
}
