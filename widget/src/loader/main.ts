import { pageLanguage } from '../language.ts'
import type { Chunks } from '../widget.ts'
import { installGlobal } from './global.ts'
import { scriptSettings } from './script-settings.ts'

/** Where the build has put the chat's modules, seen from this script. */
declare const CHUNKS: { chat: string; sdk: string; texts: string }

// A tag manager may run us without a current script: then the tag that names a site is ours.
const script = (document.currentScript ??
  document.querySelector('script[data-site]')) as HTMLScriptElement | null
const settings = script && scriptSettings(script)

if (settings) {
  const { chat, sdk, texts } = CHUNKS
  const fetchChunk = (path: string) => import(/* @vite-ignore */ new URL(path, script.src).href)
  const named = (name: string) => `widget/${name}-${texts}.js`
  let tries = 0
  const chunks: Chunks = {
    chat() {
      // What the chat will ask for next comes along: nobody waits for one after the other.
      for (const path of [named(pageLanguage(settings.language)), sdk]) {
        fetchChunk(path).catch(() => {})
      }
      // A browser may remember that a module could not be had, by its address.
      return fetchChunk(chat + (tries++ ? `?${tries}` : ''))
    },
    greeting: () => fetchChunk(named('greet'))
  }
  const install = () => installGlobal(settings, chunks)
  if (document.body) install()
  else document.addEventListener('DOMContentLoaded', install)
}
