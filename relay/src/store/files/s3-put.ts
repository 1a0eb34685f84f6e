import { type S3Call, S3Error } from './s3-client.ts'

/** An object that is known whole. */
export interface S3Object {
  key: string
  blob: Blob
  /** In hex: the store checks what it got against it. */
  sha256: string
}

/** Puts one object. A 404 is an answer for who reads; who writes has named a bucket that is not there. @throws {S3Error} */
export async function putS3(
  call: (call: S3Call) => Promise<Response>,
  { key, blob, sha256 }: S3Object
): Promise<void> {
  const headers = { 'x-amz-content-sha256': sha256, 'content-type': 'application/octet-stream' }
  const response = await call({ method: 'PUT', key, headers, body: blob })
  await response.body?.cancel()
  if (response.status === 404) {
    throw new S3Error('The file store answered a PUT with 404: there is no such bucket.', {
      status: 404
    })
  }
}
