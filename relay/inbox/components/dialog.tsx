import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { isFocusLost } from '../focus.ts'
import { closeDialog } from '../stores/dialog.ts'
import { t } from '../strings.ts'
import { Icon } from './icon.tsx'

/** A sheet over the desk. The browser keeps the focus in it, and closes it on Esc; the focus goes back to where it was. */
export function Dialog({ name, children }: { name: string; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    // The title, so that it is read out first; else the button that closes would have the focus.
    title.current?.focus()
    return () => {
      element?.close()
      // The browser gives it back only while the sheet is still in the page.
      if (isFocusLost() && before instanceof HTMLElement) before.focus()
    }
  }, [])

  // The browser tells of it later: this sheet may be gone by then, and another one open.
  const closed = () => {
    if (dialog.current) closeDialog()
  }

  // A click beside the sheet lands on the dialog itself, one inside lands on what it holds.
  const closeOutside = ({ target }: Event) => {
    if (target === dialog.current) closeDialog()
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc does the same
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby="dialog-title"
      onClose={closed}
      onClick={closeOutside}
    >
      <div class="dialog-box">
        <header class="dialog-head">
          <h2 id="dialog-title" ref={title} tabIndex={-1}>
            {name}
          </h2>
          <button type="button" class="icon-button" onClick={closeDialog}>
            <Icon name="close" label={t.dialog.close} />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
