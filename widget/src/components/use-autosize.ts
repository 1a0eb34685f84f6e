import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

// Some browsers do it by themselves, and without laying out the page at every key.
const NEEDED = !CSS.supports?.('field-sizing', 'content')

/** Keeps a text field as tall as its text. The style sheet says how tall it may become. */
export function useAutosize(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    if (!NEEDED) return
    const { style } = field.current!
    style.blockSize = ''
    if (text) style.blockSize = `${field.current!.scrollHeight}px`
  }, [text])
}
