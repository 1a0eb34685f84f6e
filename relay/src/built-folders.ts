import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Where the built widget and inbox lie: the widget in its own package, the inbox in ours. */
export function builtFolders(): { widget: string; inbox: string } {
  const widget = createRequire(import.meta.url).resolve('@segue/widget')
  return {
    // The package's entry lies one folder down, in `src/` here and in `dist/` once published.
    widget: join(widget, '../../dist/script'),
    inbox: join(import.meta.dirname, '../dist/inbox')
  }
}
