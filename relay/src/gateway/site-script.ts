import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import type { RequestHandler, Response } from 'express'
import type { Site } from '../core/settings.ts'
import { errorBody } from './errors.ts'

const compress = promisify(brotliCompress)

/** Where the built script takes what it is told of its site: a member of an object that is otherwise empty. */
const PLACE = 'segue:0'

/** What the launcher wears before anything else is fetched, by the names of the tag's attributes. */
const WORN = ['accent', 'accentDark', 'onAccent', 'radius', 'side', 'offset', 'icon'] as const

/** A line of JavaScript in which a text stays a text, wherever it stands. */
const quote = (text: string): string =>
  JSON.stringify(text).replace(
    /[<\u2028\u2029]/g,
    one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`
  )

/** The script, told of a site: data alone, as members of an object. */
export function tellScript(code: string, { key, look }: Pick<Site, 'key' | 'look'>): string {
  const members = WORN.flatMap(name => {
    const value = look[name]
    return value === undefined ? [] : [`${name}:${quote(String(value))}`]
  })
  // A function: `$` means nothing in what it gives.
  return code.replace(PLACE, () => [`site:${quote(key)}`, ...members].join())
}

interface Told {
  plain: Buffer
  packed: Buffer
  etag: string
}

/**
 * `GET /widget.js?site=KEY`: the script with the look of its site in it, so that the launcher wears it at once and nothing else
 * has to be fetched for that. Made once for each site and build; all other requests are left to what comes next.
 */
export function siteScript(
  path: string,
  sites: ReadonlyMap<string, Site>,
  setHeaders: (res: Response, path: string) => void
): RequestHandler {
  const made = new Map<string, { build: string; told: Promise<Told> }>()

  const make = async (site: Site): Promise<Told> => {
    const plain = Buffer.from(tellScript(await readFile(path, 'utf8'), site))
    // Another colour is as long as this one.
    const etag = createHash('sha256').update(plain).digest('base64url').slice(0, 16)
    return { plain, packed: await compress(plain), etag }
  }

  const tell = async (site: Site): Promise<Told> => {
    const { mtimeMs, size } = await stat(path)
    const build = `${mtimeMs.toString(16)}-${size.toString(16)}`
    const known = made.get(site.key)
    if (known?.build === build) return known.told
    const told = make(site)
    made.set(site.key, { build, told })
    told.catch(() => made.delete(site.key))
    return told
  }

  return async (req, res, next) => {
    const { site: key } = req.query
    if (key === undefined) return next()
    const site = sites.get(String(key))
    if (!site) {
      const message = 'There is no site with this key. Check ?site= in the address of the script.'
      return void res.status(404).json(errorBody('not_found', message))
    }
    const { plain, packed, etag } = await tell(site)
    const isPacked = req.acceptsEncodings('br') === 'br'
    setHeaders(res, path)
    res.vary('Accept-Encoding')
    res.set('ETag', `"${etag}${isPacked ? '-br' : ''}"`).type('.js')
    if (req.fresh) return void res.status(304).end()
    if (isPacked) res.set('Content-Encoding', 'br')
    return void res.end(isPacked ? packed : plain)
  }
}
