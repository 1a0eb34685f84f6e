import { defineConfig } from 'vite'

/** The inbox, built into the folder that the relay serves at `/inbox/`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/inbox/',
  build: {
    outDir: '../dist/inbox',
    emptyOutDir: true,
    // The page's policy allows no `data:` scripts or styles, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false }
  }
})
