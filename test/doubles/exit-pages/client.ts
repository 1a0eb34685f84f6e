/** What every page of the exit site offers, whichever client it has. */
export interface ExitPage {
  /** So many events with so many bytes of text each, at once. */
  send(count: number, bytes: number): void
}

/** Where the page was told to send to. */
export const api = new URLSearchParams(location.search).get('api') ?? ''

export function offer(track: (name: string, properties: { text: string }) => void): void {
  const page: ExitPage = {
    send(count, bytes) {
      for (let n = 0; n < count; n++) track('Step', { text: 'x'.repeat(bytes) })
    }
  }
  Object.assign(window, page)
}
