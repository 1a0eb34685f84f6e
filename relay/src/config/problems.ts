/** One mistake in the configuration. */
export interface Problem {
  /** Where: `sites[0].origins[1]`, or the name of an environment variable. */
  path: string
  /** What is wrong, to be read after the path: `is missing`. */
  message: string
  /** What to do about it. */
  hint?: string
}

/** Everything that is wrong with a configuration, at once. Nothing has been started. */
export class ConfigError extends Error {
  override name = 'ConfigError' as const

  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(describeProblems(problems))
    this.problems = problems
  }
}

function describeProblems(problems: readonly Problem[]): string {
  const count = problems.length === 1 ? '1 mistake' : `${problems.length} mistakes`
  return [`The configuration has ${count}:`, ...problems.map(describeProblem)].join('\n')
}

/** One problem on one line. */
export const describeProblem = ({ path, message, hint }: Problem): string =>
  `  ${path || '(the whole)'} ${message}.${hint ? ` ${hint}` : ''}`

/** The path of a part: `sites[0]`, `sites[0].key`. */
export const partOf = (path: string, step: string | number): string =>
  typeof step === 'number' ? `${path}[${step}]` : path ? `${path}.${step}` : step
