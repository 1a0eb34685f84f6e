import type { Problem } from './problems.ts'

/** What an S3 store cannot do without, and what a folder has no use for. */
export function checkFiles(files: unknown): Problem[] {
  const { store = '', accessKeyId, secretAccessKey, endpoint, region } = Object(files)
  if (!String(store).startsWith('s3:')) {
    const idle = Object.entries({ accessKeyId, secretAccessKey, endpoint, region })
    return idle
      .filter(([, value]) => value !== undefined)
      .map(([name]) => ({
        path: `files.${name}`,
        message: 'is for a store in a bucket',
        hint: 'Set files.store to s3://bucket/prefix, or leave this out.'
      }))
  }
  return Object.entries({ accessKeyId, secretAccessKey })
    .filter(([, value]) => value === undefined)
    .map(([name]) => ({
      path: `files.${name}`,
      message: 'is missing',
      hint: 'The bucket opens with it. Write env:NAME to keep it out of the file.'
    }))
}
