import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const USUAL = ['segue.config.ts', 'segue.config.js', 'segue.config.json']

/**
 * Reads a configuration file. Without a path: the first of the usual names that is there.
 *
 * @throws {Error} in words for whoever started the relay
 */
export async function loadConfig(path: string | undefined): Promise<unknown> {
  const file = path ?? USUAL.find(name => existsSync(name))
  if (!file) {
    throw new Error(`There is no ${USUAL[0]} here. Make one, or say where it is: --config <path>.`)
  }
  const full = resolve(file)
  if (!existsSync(full)) throw new Error(`There is no file ${full}.`)
  try {
    if (full.endsWith('.json')) return JSON.parse(await readFile(full, 'utf8'))
    return (await import(pathToFileURL(full).href)).default
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`${full} cannot be read: ${reason}`, { cause })
  }
}
