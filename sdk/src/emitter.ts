/** Listens; returns its own undo. */
export type Listen<Events> = <Name extends keyof Events>(
  event: Name,
  listener: (value: Events[Name]) => void
) => () => void

export interface Emitter<Events> {
  on: Listen<Events>
  once: Listen<Events>
  /** Tells every listener. One that throws keeps nobody else from hearing. */
  emit<Name extends keyof Events>(event: Name, value: Events[Name]): void
  /** Forgets all listeners. */
  clear(): void
}

interface Ear<Events> {
  event: keyof Events
  hear(value: never): void
}

export function createEmitter<Events>(): Emitter<Events> {
  let ears: Ear<Events>[] = []

  const on: Listen<Events> = (event, hear) => {
    const ear: Ear<Events> = { event, hear }
    ears = [...ears, ear]
    return () => {
      ears = ears.filter(other => other !== ear)
    }
  }

  return {
    on,
    once(event, listener) {
      const undo = on(event, value => {
        undo()
        listener(value)
      })
      return undo
    },
    emit(event, value) {
      for (const ear of ears) if (ear.event === event) tell(ear, value)
    },
    clear() {
      ears = []
    }
  }
}

function tell(ear: Ear<never>, value: unknown): void {
  try {
    ear.hear(value as never)
  } catch (error) {
    // The page's own mistake: its console should show it, and we go on.
    queueMicrotask(() => {
      throw error
    })
  }
}
