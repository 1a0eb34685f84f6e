import type { BeforeField, BeforeForm } from '@segue/sdk/protocol'
import type { Address } from '../model.ts'
import type { Reads } from '../reads.ts'
import type { Site } from '../settings.ts'
import { knownTraits } from './known-traits.ts'
import { inLanguage, type Question } from './question.ts'

/** What to ask a visitor before their first message: what is not known of them yet. Undefined when there is nothing. */
export async function questionsFor(
  reads: Reads,
  site: Site,
  { address, language = site.language }: { address: Address; language?: string | undefined }
): Promise<BeforeForm | undefined> {
  if (!site.before) return undefined
  const { required, questions } = site.before
  const known = await knownTraits(reads, address)
  const fields = questions
    .filter(({ id }) => !known.has(id))
    .map(question => fieldOf(question, language, site.language))
  return fields.length > 0 ? { fields, required } : undefined
}

function fieldOf(
  { id, type, required, label, choices }: Question,
  ...languages: string[]
): BeforeField {
  const said = label && inLanguage(label, ...languages)
  const offered = choices && inLanguage(choices, ...languages)
  return {
    ...{ id, type },
    ...(said ? { label: said } : {}),
    ...(offered ? { choices: offered } : {}),
    ...(required ? { required } : {})
  }
}
