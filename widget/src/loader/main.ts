import type { LoadChat } from '../widget.ts'
import { installGlobal } from './global.ts'
import { scriptSettings } from './script-settings.ts'

/** Where the build has put the chat's chunk, seen from this script. */
declare const CHAT_CHUNK: string

// A tag manager may run us without a current script: then the tag that names a site is ours.
const script = (document.currentScript ??
  document.querySelector('script[data-site]')) as HTMLScriptElement | null
const settings = script && scriptSettings(script)

if (settings) {
  const chunk = new URL(CHAT_CHUNK, script.src).href
  let tries = 0
  // A browser remembers that a module could not be had, by its address.
  const loadChat: LoadChat = () => import(/* @vite-ignore */ chunk + (tries++ ? `?${tries}` : ''))
  const install = () => installGlobal(settings, loadChat)
  if (document.body) install()
  else document.addEventListener('DOMContentLoaded', install)
}
