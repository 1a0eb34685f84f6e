import type { Call } from '../../widget/src/calls.ts'
import type { SegueGlobal } from '../../widget/src/loader/global.ts'
import type { ChatOptions, Chunks } from '../../widget/src/widget.ts'

/** A chat that writes down what it is asked. */
export function fakeLoad() {
  const did: string[] = []
  const calls: Call[] = []
  let options: ChatOptions | undefined
  const is = { there: true, ready: Promise.resolve() }
  const chat: Chunks['chat'] = async () => {
    did.push('load')
    if (!is.there) throw new Error('No network.')
    return {
      async startChat(given) {
        options = given
        const note = (name: string) => () => void did.push(name)
        return {
          ready: is.ready,
          open() {
            did.push('open')
            given.shell.launcher!.ariaExpanded = 'true'
          },
          close() {
            did.push('close')
            given.shell.launcher!.ariaExpanded = 'false'
          },
          resume: note('resume'),
          returnWith: token => void did.push(`return ${token}`),
          call: call => void calls.push(call),
          destroy: note('destroy')
        }
      }
    }
  }
  const load: Chunks = {
    chat,
    async greeting() {
      throw new Error('No greeting here.')
    }
  }
  return { load, did, calls, is, options: () => options! }
}

/** One turn of the event loop: every promise that can be kept by then has been. */
export const settle = () => new Promise(resolve => setTimeout(resolve))
export const host = () => document.querySelector('segue-widget')
export const launcher = () => host()?.shadowRoot?.querySelector('button')
export const segue = () => window.segue as SegueGlobal
