import { createContext } from 'preact'
import type { Problems } from '../fold/ask-problems.ts'

/** What is wrong in the sheet, for its fields; nothing before somebody has tried to send it. */
export const AskProblems = createContext<Problems>(new Map())
