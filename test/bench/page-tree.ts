import { setTimeout } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright-core'

/** An element or a text of a page, as the browser's own tools see it. */
interface TreeNode {
  backendNodeId: number
  localName: string
  nodeValue: string
  /** Names and values in turn. */
  attributes?: string[]
  children?: TreeNode[]
  shadowRoots?: TreeNode[]
}

/** Says of a node whether it is the one. */
export type Sought = (node: TreeNode) => boolean

export const isTag =
  (...names: string[]): Sought =>
  ({ localName }) =>
    names.includes(localName)

export const isText =
  (text: string): Sought =>
  ({ nodeValue }) =>
    nodeValue === text

export const hasClass =
  (name: string): Sought =>
  ({ attributes = [] }) =>
    attributes[attributes.indexOf('class') + 1]?.split(' ').includes(name) === true

/**
 * Waits for a node, wherever in the page's open shadow roots. Without a script in the page, as those that the tool which
 * drives the browser puts there would be counted as the page's.
 */
export async function seek(page: Page, isIt: Sought): Promise<TreeNode> {
  const cdp = await treeOf(page)
  const late = Date.now() + 60_000
  for (;;) {
    const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true })
    for (const node of walk(root)) if (isIt(node)) return node
    if (Date.now() > late) throw new Error('The page never got to what the bench waits for.')
    await setTimeout(30)
  }
}

/** Where the middle of it is on the screen, in CSS pixels. */
export async function middleOf(page: Page, isIt: Sought): Promise<[x: number, y: number]> {
  const { backendNodeId } = await seek(page, isIt)
  const { model } = await (await treeOf(page)).send('DOM.getBoxModel', { backendNodeId })
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border
  return [(left + right) / 2, (top + bottom) / 2]
}

function* walk(node: TreeNode): Generator<TreeNode, void, void> {
  yield node
  for (const inner of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) yield* walk(inner)
}

const trees = new WeakMap<Page, Promise<CDPSession>>()

function treeOf(page: Page): Promise<CDPSession> {
  const tree = trees.get(page) ?? page.context().newCDPSession(page)
  trees.set(page, tree)
  return tree
}
