/** A bucket, and what opens it. Every store that speaks S3's wire will do. */
export interface S3Settings {
  bucket: string
  /** What all names begin with; empty, or without slashes at its ends. */
  prefix: string
  /** `https://s3.example`, with the bucket as the first step of the path. @default Amazon's own */
  endpoint?: string
  /** @default us-east-1 */
  region?: string
  accessKeyId: string
  secretAccessKey: string
}

/** Where files are kept. */
export type FilePlace = { kind: 'folder'; dir: string } | ({ kind: 's3' } & S3Settings)
