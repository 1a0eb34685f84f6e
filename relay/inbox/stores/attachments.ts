import type { FileRef } from '@segue/sdk/protocol'
import { map } from 'nanostores'
import { uploadFile } from '../api.ts'
import { problemOf } from '../problem.ts'
import { t } from '../strings.ts'
import { uuidV7 } from '../uuid-v7.ts'
import { tellProblem } from './notice.ts'
import { $summaries } from './summaries.ts'

/** The protocol takes so many files in one message. */
const MAX_FILES = 10

/** A picture or document that goes with the next reply. */
export interface Attachment {
  key: string
  name: string
  size: number
  /** A picture's own bytes, shown at once. */
  preview?: string
  status: 'uploading' | 'ready' | 'failed'
  file?: FileRef
  problem?: string
}

/** By conversation, in the order they were added. */
export const $attachments = map<Record<string, readonly Attachment[]>>({})

/** Those of a conversation. */
export const attachmentsOf = (conversation: string): readonly Attachment[] =>
  $attachments.get()[conversation] ?? []

const change = (conversation: string, key: string, to: Partial<Attachment>) =>
  $attachments.setKey(
    conversation,
    attachmentsOf(conversation).map(known => (known.key === key ? { ...known, ...to } : known))
  )

async function upload(conversation: string, key: string, source: File): Promise<void> {
  try {
    const site = $summaries.get()[conversation]?.site ?? ''
    change(conversation, key, { status: 'ready', file: await uploadFile(source, site) })
  } catch (error) {
    change(conversation, key, { status: 'failed', problem: problemOf(error).message })
  }
}

/** Adds files to the next reply, and begins to upload them. */
export function attachFiles(conversation: string, files: readonly File[]): void {
  const known = attachmentsOf(conversation)
  const room = files.slice(0, MAX_FILES - known.length)
  if (room.length < files.length) tellProblem(t.composer.tooMany)
  const added = room.map(source => ({ key: uuidV7(), source }))
  const shown = added.map(
    ({ key, source }): Attachment => ({
      key,
      name: source.name,
      size: source.size,
      status: 'uploading',
      ...(source.type.startsWith('image/') && { preview: URL.createObjectURL(source) })
    })
  )
  $attachments.setKey(conversation, [...known, ...shown])
  for (const { key, source } of added) void upload(conversation, key, source)
}

const forget = ({ preview }: Attachment) => preview && URL.revokeObjectURL(preview)

/** Takes one out again. */
export function removeAttachment(conversation: string, key: string): void {
  const known = attachmentsOf(conversation)
  for (const attachment of known) if (attachment.key === key) forget(attachment)
  $attachments.setKey(
    conversation,
    known.filter(attachment => attachment.key !== key)
  )
}

/** Takes out those that are uploaded, to be sent. */
export function takeFiles(conversation: string): FileRef[] {
  const known = attachmentsOf(conversation)
  for (const attachment of known) forget(attachment)
  $attachments.setKey(conversation, undefined)
  return known.flatMap(({ file }) => file ?? [])
}
