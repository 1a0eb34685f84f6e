import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { target } from '../../widget/build-script.ts'

export default defineConfig({
  root: import.meta.dirname,
  base: '/gallery/',
  plugins: [preact()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The widget's own: for older browsers its colours would be rewritten.
    target,
    rolldownOptions: {
      input: ['index.html', 'frame.html'],
      // The SDK calls by code that it fetches; here that is in the same piece.
      checks: { ineffectiveDynamicImport: false }
    }
  }
})
