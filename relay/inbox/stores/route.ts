import { atom, computed, onMount } from 'nanostores'

/** Where the agent is: the list, a conversation, or (where there is room for one column) what is known of the person. */
export interface Route {
  conversation: string | null
  about: boolean
}

const PATTERN = /^#\/c\/([^/]+)(\/about)?$/

function readRoute(): Route {
  const found = PATTERN.exec(location.hash)
  return { conversation: found ? decodeURIComponent(found[1]!) : null, about: Boolean(found?.[2]) }
}

/** Kept in the fragment, so that Back does what it says and a conversation can be bookmarked. */
export const $route = atom<Route>({ conversation: null, about: false })

onMount($route, () => {
  const follow = () => $route.set(readRoute())
  follow()
  addEventListener('hashchange', follow)
  return () => removeEventListener('hashchange', follow)
})

/** The open conversation's id. */
export const $selected = computed($route, ({ conversation }) => conversation)

/** Which of the three columns shows where there is room for one. */
export const $pane = computed($route, ({ conversation, about }) =>
  conversation === null ? 'list' : about ? 'about' : 'thread'
)

/** The address of a conversation within the inbox. */
export const conversationHref = (id: string): string => `#/c/${encodeURIComponent(id)}`

/** The address of the panel about its person. */
export const aboutHref = (id: string): string => `${conversationHref(id)}/about`

/** Goes to a conversation. */
export const openConversation = (id: string): void => {
  location.hash = conversationHref(id)
}

/** Goes back to the list. */
export const openList = (): void => {
  location.hash = '#/'
}
