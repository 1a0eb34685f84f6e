import type { OwnTexts } from './strings/words.ts'

/** What a site says about its widget, by `data-` attributes of the script tag or in the call to `mount`. */
export interface Settings {
  /** The site's public key. */
  site: string
  /** Where the relay is: `https://chat.example.com`. */
  relay: string
  /** The brand's colour, `#rgb` or `#rrggbb`, until the relay has told it. */
  accent?: string
  /** The same in the dark. Default: `accent`. */
  accentDark?: string
  /** How round the corners are, in pixels of the panel's, until the relay has told it: `12`. Default: `18`, with a round launcher. */
  radius?: number | string
  /** The corner at the bottom, in the page's reading direction. Default: `end`. */
  side?: 'start' | 'end'
  /** Distance from the side and from the bottom, in CSS pixels: `20` or `20 88`. Default: `20`. */
  offset?: string
  /** `false` draws no button: the page opens the chat itself. Default: `true`. */
  launcher?: boolean
  /** Lets the relay's greetings for this site be shown, once the page is idle. Default: nothing is asked for. */
  greet?: boolean
  /** `badge` puts a dot on the page's icon while answers wait in a background tab. Default: the icon stays as it is. */
  favicon?: 'badge'
  /** The launcher's icon: the `d` of one SVG path on a grid of 20, drawn as a line. */
  icon?: string
  /** What the relay said of the site along with the script. All else here wins. */
  told?: Partial<Settings>
  /** What the widget says otherwise here, by the texts' names; an attribute holds it as JSON. */
  texts?: OwnTexts | string
  /** BCP 47. Default: the page's language, else the browser's. */
  language?: string
  /**
   * `embedded` fills `target` with the chat, without a launcher; `page` fills the window. Both are there at once.
   * An embedded one connects when the visitor first touches it, a page at once. Default: a launcher that floats.
   */
  mode?: 'embedded' | 'page'
  /** What the widget is put into, an open `<dialog>` for instance; with a `mode` also its selector. Default: the page itself, beside `body`. */
  target?: Element | string
}
