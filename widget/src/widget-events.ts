/** What the page may hear from the widget. */
export interface WidgetEvents {
  open: undefined
  close: undefined
  /** How many answers nobody here has read, whenever that changes. */
  unread: number
  /** Somebody answered. */
  message: { id: string; from: string; name: string; text: string }
  /** The conversation goes on elsewhere. */
  linked: { network: string }
  /** Something a developer wants to know: `forbidden` when the site does not list this page's origin, … */
  error: { code: string; message: string }
}

export type WidgetEvent = keyof WidgetEvents
export type On = <Name extends WidgetEvent>(
  event: Name,
  listener: (value: WidgetEvents[Name]) => void
) => () => void
export type Emit = <Name extends WidgetEvent>(event: Name, value: WidgetEvents[Name]) => void

/** Who listens to what. */
export function createWidgetEvents(): { on: On; emit: Emit; clear(): void } {
  const listeners = new Set<{ event: string; listener: (value: never) => void }>()
  return {
    on(event, listener) {
      const entry = { event, listener }
      listeners.add(entry)
      return () => listeners.delete(entry)
    },
    emit(event, value) {
      for (const entry of [...listeners]) {
        // The page's mistakes are the page's: they must not keep the next listener from hearing.
        if (entry.event === event) queueMicrotask(() => entry.listener(value as never))
      }
    },
    clear: () => listeners.clear()
  }
}
