/** The one call of pngjs that tests make; the package comes without types. */
declare module 'pngjs' {
  export const PNG: {
    sync: { read(bytes: Uint8Array): { data: Uint8Array; width: number; height: number } }
  }
}
