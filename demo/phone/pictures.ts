/** A picture that lies on the phone. */
export interface Picture {
  name: string
  /** For those who cannot see it: `a picture of …` */
  title: string
  width: number
  height: number
  svg: string
}

const chipped = `
<linearGradient id="w" x2="0" y2="1"><stop stop-color="#c9d3cf"/><stop offset="1" stop-color="#aeb9b3"/></linearGradient>
<rect width="480" height="360" fill="url(#w)"/><rect y="250" width="480" height="110" fill="#a97d55"/>
<ellipse cx="235" cy="292" rx="105" ry="17" fill="#0003"/>
<path d="M315 165c55-12 62 78-12 84" fill="none" stroke="#e9e2d3" stroke-width="17"/>
<path d="M140 120h40l10 20 14-12 8-8h106l-10 150q-3 24-30 24h-98q-27 0-30-24z" fill="#f1ebde"/>
<path d="M280 120h38l-10 150q-3 24-30 24h-30q30-60 32-174z" fill="#d8cfbc"/>
<path d="M180 120l10 20 14-12 8-8" fill="none" stroke="#8f8672" stroke-width="3"/>`

const shelf = `
<rect width="480" height="360" fill="#dfe6e3"/><rect y="210" width="480" height="22" fill="#b98d63"/><rect y="232" width="480" height="8" fill="#8d6742"/>
<path d="M60 210v-70h50v70z" fill="#5c7d74"/><path d="M125 210v-110q0-12 12-12h16q12 0 12 12v110z" fill="#9fb8c9"/>
<circle cx="235" cy="168" r="42" fill="#cf8d6b"/><path d="M190 210q45 14 90 0v-4h-90z" fill="#b3714f"/>
<path d="M360 210v-40h44v40z" fill="#f1ebde"/><path d="M382 170c-30-40-20-70 0-90 20 20 30 50 0 90z" fill="#4f7a4d"/>`

const receipt = `
<rect width="480" height="360" fill="#7b6a58"/><path d="M150 24h180v300l-15-10-15 10-15-10-15 10-15-10-15 10-15-10-15 10-15-10-15 10-15-10-15 10z" fill="#fbfaf6"/>
<g fill="#4a4a48"><rect x="186" y="52" width="108" height="12"/><rect x="172" y="96" width="90" height="8"/><rect x="284" y="96" width="26" height="8"/><rect x="172" y="122" width="70" height="8"/><rect x="284" y="122" width="26" height="8"/><rect x="172" y="148" width="84" height="8"/><rect x="284" y="148" width="26" height="8"/><rect x="172" y="196" width="56" height="12"/><rect x="268" y="196" width="42" height="12"/></g>
<path d="M172 176h138" stroke="#4a4a48" stroke-dasharray="4 4"/><g fill="#222"><path d="M184 238h4v44h-4zM193 238h8v44h-8zM206 238h3v44h-3zM214 238h9v44h-9zM228 238h4v44h-4zM238 238h3v44h-3zM247 238h9v44h-9zM262 238h4v44h-4zM271 238h8v44h-8zM285 238h3v44h-3zM293 238h6v44h-6z"/></g>`

const size = { width: 480, height: 360 }

export const PICTURES: readonly Picture[] = [
  { name: 'chipped-mug', title: 'a picture of a chipped mug', svg: chipped, ...size },
  { name: 'my-shelf', title: 'a picture of a shelf', svg: shelf, ...size },
  { name: 'receipt', title: 'a picture of a receipt', svg: receipt, ...size }
]

export function pictureUrl({ svg, width, height }: Picture): string {
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`
  return `data:image/svg+xml,${encodeURIComponent(`${open}${svg}</svg>`)}`
}
