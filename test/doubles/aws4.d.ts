/** What our tests use of it; it comes without types. */
declare module 'aws4' {
  interface Signable {
    host: string
    path: string
    method: string
    service: string
    region: string
    headers: Record<string, string>
  }
  /** Adds `Authorization` to the headers, and signs every other one of them. */
  export function sign(
    request: Signable,
    credentials: { accessKeyId: string; secretAccessKey: string }
  ): { headers: Record<string, string> }
}
