import { en as after } from './after/en.ts'
import { en as atOnce } from './en.ts'

/** Every text of the widget in English, whenever it is fetched. */
export const en = { ...atOnce, ...after } as const
