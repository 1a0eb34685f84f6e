import { pageLanguage } from '../language.ts'
import type { Chunks } from '../widget.ts'
import { installGlobal } from './global.ts'
import { scriptSettings } from './script-settings.ts'

/** What the build has put into the names of the modules that lie beside this script. */
declare const HASH: string

// A tag manager may run us without a current script: then the tag that names a site is ours.
const script = (document.currentScript ??
  document.querySelector('script[data-site]')) as HTMLScriptElement | null
const settings = script && scriptSettings(script)

if (settings) {
  const fetchChunk = (name: string, query = '') =>
    import(/* @vite-ignore */ new URL(`widget/${name}-${HASH}.js${query}`, script.src).href)
  let tries = 0
  const chunks: Chunks = {
    chat() {
      // What the chat will ask for next comes along: nobody waits for one after the other.
      for (const name of [pageLanguage(settings.language), 'sdk']) fetchChunk(name).catch(() => {})
      // A browser may remember that a module could not be had, by its address.
      return fetchChunk('chat', tries++ ? `?${tries}` : '')
    },
    greeting: () => fetchChunk('greet')
  }
  const install = () => installGlobal(settings, chunks)
  if (document.body) install()
  else addEventListener('DOMContentLoaded', install)
}
