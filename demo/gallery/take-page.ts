import type { PageRelay } from './page-relay.ts'

const REFUSED = 1006

/** A socket whose other end is the relay in this page. */
const socketTo = (relay: PageRelay, sockets: Set<{ cut(): void }>) =>
  class {
    readyState = 0
    onopen: (() => void) | null = null
    onmessage: ((event: { data: string }) => void) | null = null
    onclose: ((event: { code: number }) => void) | null = null
    readonly #line: ReturnType<PageRelay['open']>

    constructor() {
      this.#line = relay.open(frame => this.onmessage?.({ data: JSON.stringify(frame) }))
      sockets.add(this)
      queueMicrotask(() => {
        if (!relay.isReachable()) return this.cut()
        this.readyState = 1
        this.onopen?.()
      })
    }

    send(data: string) {
      // As on a network: the answer is never part of the call.
      queueMicrotask(() => this.readyState === 1 && this.#line.hear(JSON.parse(data)))
    }

    close() {
      this.readyState = 3
      this.#line.end()
      sockets.delete(this)
    }

    cut() {
      this.close()
      this.onclose?.({ code: REFUSED })
    }
  }

/** An upload that stops where the scene wants it: half way, or refused. */
const uploadTo = (relay: PageRelay) =>
  class {
    upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
    status = 0
    responseText = ''
    onload?: () => void
    onloadend?: () => void
    onabort?: () => void

    open() {}
    setRequestHeader() {}
    abort() {
      this.onabort?.()
      this.onloadend?.()
    }
    send(file: File) {
      const fault = relay.faultOf('files')
      queueMicrotask(() => {
        this.upload.onprogress?.({ loaded: 0.6, total: 1 })
        if (fault === 'silence') return
        const { name, type, size } = file
        const answer = fault
          ? { error: { code: fault.code, message: fault.code } }
          : { id: name, name, mime: type, size }
        this.status = fault?.status ?? 201
        this.responseText = JSON.stringify(answer)
        this.onload?.()
        this.onloadend?.()
      })
    }
  }

/** Lets everything in this page that would go to a relay go to this one. Returns what cuts its sockets. */
export function takePage(relay: PageRelay): () => void {
  const sockets = new Set<{ cut(): void }>()
  Object.assign(globalThis, {
    ...{ WebSocket: socketTo(relay, sockets), XMLHttpRequest: uploadTo(relay), fetch: relay.fetch }
  })
  return () => {
    for (const socket of sockets) socket.cut()
  }
}
