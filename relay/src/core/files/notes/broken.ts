import { Refused } from '../../refusal.ts'

/** What a picture is refused with that nobody could draw. */
export const broken = (): Refused => new Refused('invalid', 'The picture is broken.')
