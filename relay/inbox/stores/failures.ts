import { problemOf } from '../problem.ts'
import { t } from '../strings.ts'
import { tellProblem } from './notice.ts'
import { signOut } from './session.ts'

/** Something the agent asked for did not work: says why, or signs out when the token has ended. */
export function tellFailure(error: unknown): void {
  const problem = problemOf(error)
  if (problem.code === 'unauthorized') signOut(t.signIn.ended)
  else tellProblem(problem.message)
}
