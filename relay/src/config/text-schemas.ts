import type { en } from '@segue/widget/texts'
import type { PhoneTemplates } from '../core/phone/phone-texts/templates.ts'

/** One text, or its forms: by plural category where it has `{count}`, by network where it speaks of one. */
type Text = string | { other: string; [form: string]: string }

type OwnWords<Texts> = {
  [Name in keyof Texts]?: Texts[Name] extends string | { other: string }
    ? Text
    : OwnWords<Texts[Name]>
}

/** What a site says in one language in its own words. What it leaves out is ours, in that language or in English. */
export type SiteTextsConfig = OwnWords<typeof en> & {
  /** Things people ask, offered in an empty thread. */
  questions?: string[]
  /** What is said on phones. */
  phone?: Partial<PhoneTemplates>
}
