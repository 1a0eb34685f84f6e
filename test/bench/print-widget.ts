import { openChromium } from '../doubles/chromium.ts'
import type { Moment } from './median-of.ts'
import { measurePeers } from './peer-moments.ts'
import { head, row, say } from './table.ts'
import { measureWidget } from './widget-moments.ts'

/** What the widget costs a page, and what two peers from npm do. */
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
  const browser = await openChromium()
  try {
    const moments = [...(await measureWidget(browser)), ...(await measurePeers(browser))]
    moments.forEach(print)
    say()
    say(inWords(moments))
  } finally {
    await browser.close()
  }
}

function print(moment: Moment): void {
  const { name, requests, bytes, script, idle, longestTask, layoutShift, heap } = moment
  const task = longestTask === 0 ? 'under 50' : longestTask.toFixed(0)
  const [now, later, memory] = [script, idle, heap].map(number => number.toFixed(1))
  row(name, requests, bytes, now!, later!, task, layoutShift.toFixed(3), memory!)
}

/** What the widget adds, and what of that any script would. */
function inWords(moments: Moment[]): string {
  const [bare, button, closed, open] = moments as [Moment, Moment, Moment, Moment]
  const ms = ({ script, idle }: Moment) => script + idle
  const [added, least] = [ms(closed) - ms(bare), ms(button) - ms(bare)].map(n => n.toFixed(1))
  return [
    `Closed, the widget adds ${added} ms to the page; a script that draws one button adds ${least} ms, which is what the first touch`,
    `of a page costs at this speed. Open, it adds ${(open.heap - bare.heap).toFixed(1)} MB.`
  ].join(' ')
}
