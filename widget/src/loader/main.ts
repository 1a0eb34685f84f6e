import { pageLanguage } from '../language.ts'
import type { LoadChat } from '../widget.ts'
import { installGlobal } from './global.ts'
import { scriptSettings } from './script-settings.ts'

/** Where the build has put the chat's modules, seen from this script. */
declare const CHUNKS: { chat: string; sdk: string; texts: string }

// A tag manager may run us without a current script: then the tag that names a site is ours.
const script = (document.currentScript ??
  document.querySelector('script[data-site]')) as HTMLScriptElement | null
const settings = script && scriptSettings(script)

if (settings) {
  const fetchChunk = (path: string) => import(/* @vite-ignore */ new URL(path, script.src).href)
  let tries = 0
  const loadChat: LoadChat = () => {
    const { chat, sdk, texts } = CHUNKS
    // What the chat will ask for next comes along: nobody waits for one after the other.
    for (const path of [`widget/${pageLanguage(settings.language)}-${texts}.js`, sdk]) {
      fetchChunk(path).catch(() => {})
    }
    // A browser may remember that a module could not be had, by its address.
    return fetchChunk(chat + (tries++ ? `?${tries}` : ''))
  }
  const install = () => installGlobal(settings, loadChat)
  if (document.body) install()
  else document.addEventListener('DOMContentLoaded', install)
}
