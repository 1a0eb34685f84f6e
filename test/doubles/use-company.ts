import { afterEach, beforeEach } from 'vitest'
import { type Company, openCompany } from './company.ts'

/** A company for every test of a file, that nothing has happened to yet. */
export function useCompany(): () => Company {
  let company: Company
  beforeEach(async () => {
    company = await openCompany()
  })
  afterEach(() => company.close())
  return () => company
}
