import type { Group } from '../scene.ts'
import { beginning } from './beginning.ts'
import { content } from './content.ts'
import { earlier } from './earlier.ts'
import { ending } from './ending.ts'
import { files } from './files.ts'
import { handoff } from './handoff.ts'
import { talking } from './talking.ts'
import { trouble } from './trouble.ts'

/** Everything there is to see. */
export const GROUPS: Group[] = [
  beginning,
  talking,
  content,
  files,
  handoff,
  trouble,
  ending,
  earlier
]
export const SCENES = GROUPS.flatMap(({ scenes }) => scenes)
