import { en as atOnce } from './en.ts'
import { en as late } from './late/late-en.ts'

/** Every text of the widget in English, whenever it is fetched. */
export const en = { ...atOnce, ...late } as const
