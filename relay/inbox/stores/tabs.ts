import type { Summary } from '@segue/sdk/protocol'
import { atom } from 'nanostores'

/** The lists an agent works by. */
export const TABS = ['waiting', 'mine', 'all', 'closed'] as const
export type Tab = (typeof TABS)[number]

export const $tab = atom<Tab>('waiting')

const belongs: Record<Tab, (summary: Summary, me: string) => boolean> = {
  waiting: ({ state }) => state === 'waiting',
  mine: ({ agent }, me) => agent?.id === me,
  all: () => true,
  closed: ({ state }) => state === 'closed'
}

/** Whether the relay would list a conversation in a tab of this agent. Where nothing was said, there is nothing to answer. */
export const holds = (tab: Tab, summary: Summary, me: string): boolean =>
  summary.last !== undefined && belongs[tab](summary, me)

/** Sorts as the relay does: who has waited longest first, else what is newest first. Smaller comes first. */
export const placeIn = (tab: Tab, { waitingSince, startedAt, last }: Summary): number =>
  tab === 'waiting' ? (waitingSince ?? startedAt) : -(last?.at ?? startedAt)
