import { type BrandColors, paletteCss } from '@segue/sdk/theme'
import { CHAT } from '../components/icons.ts'
import { type Language, pageLanguage } from '../language.ts'
import type { Settings } from '../settings.ts'
import css from './launcher.css?inline'
import { openChat } from './launcher-words.ts'

/** What stands on the page: the host, its shadow root, and the launcher in it. */
export interface Shell {
  readonly host: HTMLElement
  readonly root: ShadowRoot
  /** Holds the launcher, and the panel when there is one. */
  readonly box: HTMLElement
  /** Undefined where the page opens the chat itself. */
  readonly launcher: HTMLButtonElement | undefined
  /** Fits everything to the brand's colours. */
  paint(brand: BrandColors): void
  remove(): void
}

/** The radius that our own style sheets are drawn with, in pixels. */
export const RADIUS = 18

const SVG = 'http://www.w3.org/2000/svg'

/** One of our icons, without Preact. */
export function drawIcon(path: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 20 20')
  svg.append(document.createElementNS(SVG, 'path'))
  svg.firstElementChild!.setAttribute('d', path)
  return svg
}

function drawLauncher(language: Language, icon?: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.className = 'launcher'
  button.ariaLabel = openChat[language]
  button.ariaHasPopup = 'dialog'
  button.ariaExpanded = 'false'
  button.append(drawIcon(icon ?? CHAT))
  return button
}

/** Where on the page the site wants it, as custom properties: only CSSOM, which no policy forbids. */
function place(host: HTMLElement, { offset, radius }: Settings): void {
  // The body inherits the page's schemes, and may say the direction. The host stands beside the body.
  const { colorScheme, direction } = getComputedStyle(document.body)
  const set = (name: string, value: string) => host.style.setProperty(`--segue-${name}`, value)
  // A page that is only light, or only dark, has said so; else the reader decides.
  if (colorScheme !== 'normal') set('scheme', colorScheme)
  const [inline, block = inline] = offset?.match(/\d+/g) ?? []
  if (inline) set('inline', `${inline}px`)
  if (block) set('block', `${block}px`)
  if (radius) set('round', `${+radius / RADIUS}`)
  host.dir = direction
}

/**
 * Draws the launcher. Nothing is fetched, stored or moved: the host is fixed and without size.
 * It stands beside `body`, so that pages which swap their body keep it.
 */
export function drawShell(own: Settings): Shell {
  const settings = { ...own.told, ...own }
  const host = document.createElement('segue-widget')
  const language = pageLanguage(settings.language)
  const root = host.attachShadow({ mode: 'open' })
  const look = new CSSStyleSheet()
  const paint = new CSSStyleSheet()
  look.replaceSync(css)
  root.adoptedStyleSheets = [look, paint]
  const box = document.createElement('div')
  if (settings.side) host.dataset.side = settings.side
  // Our words may be in another language than the page (WCAG 3.1.2).
  box.lang = language
  root.append(box)
  const { mode, target } = settings
  const launcher =
    mode || settings.launcher === false ? undefined : drawLauncher(language, settings.icon)
  if (launcher) box.append(launcher)
  const wear = (brand: BrandColors) => paint.replaceSync(paletteCss(brand))
  // The colours of those who name none are in the style sheet: working them out took a third of the script's time.
  if (settings.accent ?? settings.accentDark) wear(settings)
  place(host, settings)
  // What stands in the page itself is put there once it can be drawn.
  if (!mode) ((target as Element | undefined) ?? document.documentElement).append(host)
  return {
    host,
    root,
    box,
    launcher,
    paint: wear,
    remove: () => host.remove()
  }
}
