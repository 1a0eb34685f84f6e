import { ConfigError, readConfig } from '../../relay/src/config.ts'

/** Every problem of a configuration, as one line each. */
export function problemsOf(config: unknown, env: Record<string, string> = {}): string[] {
  try {
    readConfig(config, env)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map(({ path, message, hint }) =>
      [`${path} ${message}`, ...(hint ? [hint] : [])].join(' — ')
    )
  }
}
