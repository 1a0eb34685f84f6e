import { describe, expect, it } from 'vitest'
import { isShown, mayRun, sniffMime } from '../../../relay/src/core/files/sniff.ts'
import { isSoundPicture } from '../../../relay/src/core/files/sound-picture.ts'
import { DOT, jpegOf, pngOf } from '../../doubles/pictures.ts'

const latin1 = (text: string) => Buffer.from(text, 'latin1')

describe('what a file is', () => {
  it.each(
    [
      ['image/png', DOT],
      ['image/jpeg', jpegOf(4, 4)],
      ['image/gif', latin1('GIF89a\x01\0\x01\0')],
      ['image/webp', latin1('RIFF\0\0\0\0WEBPVP8X')],
      ['image/heic', latin1('\0\0\0\x18ftypheic')],
      ['application/pdf', latin1('%PDF-1.7')],
      ['video/mp4', latin1('\0\0\0\x18ftypisom')],
      ['video/quicktime', latin1('\0\0\0\x14ftypqt  ')],
      ['audio/ogg', latin1('OggS\0\x02')],
      ['application/zip', latin1('PK\x03\x04secret.txt')],
      [
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        latin1('PK\x03\x04…[Content_Types].xml…PK\x03\x04…xl/workbook.xml')
      ],
      ['text/plain', Buffer.from('Hej på dig 👋\n1 < 2\n')],
      ['text/html', Buffer.from('\n <!DOCTYPE html><p>')],
      ['text/html', Buffer.from('<script>alert(1)</script>')],
      ['text/html', Buffer.from(`${'<!-- -->'.repeat(400)}<script>`)],
      ['image/svg+xml', Buffer.from('<?xml version="1.0"?><svg onload="x">')],
      ['application/octet-stream', latin1('MZ\x90\0')],
      ['application/octet-stream', latin1('\x7fELF\x02')],
      ['application/octet-stream', Buffer.alloc(0)]
    ].map(([mime, bytes]) => [mime as string, bytes as Buffer] as const)
  )('is %s by its first bytes', (mime, bytes) => {
    for (const said of ['', 'image/png', 'text/html']) {
      // Nothing at all is a text, too.
      const expected = bytes.length === 0 ? 'text/plain' : mime
      expect(sniffMime(bytes, said)).toBe(expected)
    }
  })

  it('is what its sender says only among kinds that begin alike', () => {
    const old = latin1('\xd0\xcf\x11\xe0\xa1\xb1')
    expect(sniffMime(old, 'application/msword')).toBe('application/msword')
    expect(sniffMime(old, 'text/html')).toBe('application/octet-stream')
  })

  it('is a text though the last letter of its beginning is cut in two', () => {
    expect(sniffMime(Buffer.from('å'.repeat(3000)).subarray(0, 4097))).toBe('text/plain')
  })
})

describe('what may be shown in place, and what may run', () => {
  it('has nothing in common', () => {
    expect(['image/png', 'image/jpeg', 'image/gif', 'image/webp'].every(isShown)).toBe(true)
    for (const mime of [
      ...['text/html', 'image/svg+xml', 'text/xml', 'text/javascript', 'application/xhtml+xml'],
      ...['application/xml', 'application/javascript', 'application/x-httpd-php', 'text/css']
    ]) {
      expect([mime, mayRun(mime), isShown(mime)]).toEqual([mime, true, false])
    }
    for (const mime of ['application/pdf', 'text/plain', 'video/mp4']) {
      expect([mime, mayRun(mime), isShown(mime)]).toEqual([mime, false, false])
    }
  })
})

describe('a picture', () => {
  it('is sound when its header makes sense and it can be drawn', () => {
    expect(isSoundPicture('image/png', DOT)).toBe(true)
    expect(isSoundPicture('image/jpeg', jpegOf(4000, 3000, 150_000))).toBe(true)
    expect(isSoundPicture('application/pdf', latin1('%PDF'))).toBe(true)
    const webp = latin1('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x0f\0\0\x0f\0\0')
    expect(isSoundPicture('image/webp', webp)).toBe(true)
    // The size lies behind what we look at.
    expect(isSoundPicture('image/jpeg', jpegOf(4, 4, 90_000).subarray(0, 70_000))).toBe(true)
  })

  it.each([
    ['a bomb of pixels', 'image/png', pngOf(100_000, 100_000)],
    ['no size', 'image/png', pngOf(0, 10)],
    [
      'no header behind its first bytes',
      'image/png',
      latin1('\x89PNG\r\n\x1a\n<script>alert(1)</script>')
    ],
    ['a page behind its first bytes', 'image/jpeg', latin1('\xff\xd8\xff<html><script>alert(1)')],
    ['a page behind its first bytes', 'image/gif', latin1('GIF89a')],
    ['an unknown kind of WebP', 'image/webp', latin1(`RIFF\0\0\0\0WEBPXXXX${'\0'.repeat(20)}`)]
  ])('is not with %s', (_, mime, head) => {
    expect(isSoundPicture(mime, head)).toBe(false)
  })
})
