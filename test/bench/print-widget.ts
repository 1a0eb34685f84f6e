import { head, row } from './table.ts'
import { measureWidget } from './widget-moments.ts'

/** What the widget costs a page. */
export async function printWidget(): Promise<void> {
  head(
    'widget, 4× slowdown',
    'requests',
    'bytes (br)',
    'script ms',
    'then, idle',
    'longest task ms',
    'layout shift',
    'heap MB'
  )
  for (const moment of await measureWidget()) {
    const { name, requests, bytes, script, idle, longestTask, layoutShift, heap } = moment
    const task = longestTask === 0 ? 'under 50' : longestTask.toFixed(0)
    const [now, later, memory] = [script, idle, heap].map(number => number.toFixed(1)) as [
      string,
      string,
      string
    ]
    row(name, requests, bytes, now, later, task, layoutShift.toFixed(3), memory)
  }
}
