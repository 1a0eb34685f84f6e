import { checkAccounts } from './config/check-accounts.ts'
import { checkFiles } from './config/check-files.ts'
import { checkMail } from './config/check-mail.ts'
import { checkPush } from './config/check-push.ts'
import { checkTexts } from './config/check-texts.ts'
import { checkValues } from './config/check-values.ts'
import { type Environment, resolveEnvironment } from './config/environment.ts'
import { findMistakes } from './config/mistakes.ts'
import { readOverrides } from './config/overrides.ts'
import { ConfigError, type Problem } from './config/problems.ts'
import { checkBefore } from './config/read-before.ts'
import { checkHours } from './config/read-hours.ts'
import { type RelayConfig, RelaySchema } from './config/schema.ts'
import { type Settings, settingsOf } from './config/settings.ts'
import { stringsIn } from './config/strings.ts'

export type { AccountConfig } from './config/account-schemas.ts'
export { ConfigError, type Problem } from './config/problems.ts'
export type { AgentConfig, RelayConfig as Config, SiteConfig } from './config/schema.ts'
export { type Settings, warningsOf } from './config/settings.ts'

/**
 * What `segue.config.ts` exports. Changes nothing; it gives the editor the types.
 *
 * A string `env:NAME` is read from the environment when the relay starts.
 */
export const defineConfig = (config: RelayConfig): RelayConfig => config

/**
 * Checks a configuration as a whole, together with what the environment says.
 *
 * @throws {ConfigError} with every mistake at once
 */
export function readConfig(config: unknown, env: Environment = {}): Settings {
  const { value, problems: missing } = resolveEnvironment(config, env)
  const { overrides, problems: misread } = readOverrides(env)
  const problems = firstOfEachPath([
    ...missing,
    ...misread,
    ...findMistakes(RelaySchema, value),
    ...checkAccounts(Object(value).accounts),
    ...checkTexts(Object(value).sites),
    ...checkHours(Object(value).sites),
    ...checkBefore(Object(value).sites),
    ...checkFiles(Object(value).files),
    ...checkMail(Object(value).mail, Object(value).sites),
    ...checkPush(Object(value).push, Object(value).sites),
    ...checkValues(stringsIn(value))
  ])
  if (problems.length > 0) throw new ConfigError(problems)
  return settingsOf(value as RelayConfig, overrides)
}

/** A value that is wrong in two ways is told of once: mending the first may mend the second. */
function firstOfEachPath(problems: Problem[]): Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ path }) => !seen.has(path) && seen.add(path))
}
