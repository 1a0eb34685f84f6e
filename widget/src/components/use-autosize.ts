import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/** Keeps a text field as tall as its text. The style sheet says how tall it may become. */
export function useAutosize(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const { style } = field.current!
    style.blockSize = 'auto'
    style.blockSize = `${field.current!.scrollHeight}px`
  }, [text])
}
