import { DOCUMENT, PICTURE } from '../page-relay-answers.ts'
import type { Group } from '../scene.ts'

/** A square of one colour, as a phone would bring a photo. */
async function photo(name: string): Promise<File> {
  const canvas = new OffscreenCanvas(64, 64)
  const context = canvas.getContext('2d')!
  context.fillStyle = '#285f54'
  context.fillRect(0, 0, 64, 64)
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' })
}

export const files: Group = {
  title: 'Pictures and files',
  scenes: [
    {
      id: 'files',
      title: 'In the thread',
      prepare(relay, talk) {
        relay.keep(
          talk.asked('', { files: [PICTURE], ago: 6 }),
          talk.answered(talk.words.thanks, { ago: 4 }),
          talk.answered('', { files: [DOCUMENT], ago: 3 })
        )
      },
      play: stage => stage.openThread()
    },
    {
      id: 'uploading',
      title: 'On their way',
      prepare: relay => relay.fail('files', 'silence'),
      async play(stage) {
        await stage.open()
        await stage.bring(await photo('mug.png'), await photo('The one that broke.png'))
        await stage.find('.tray')
      }
    },
    {
      id: 'upload-failed',
      title: 'Refused',
      prepare: relay => relay.fail('files', { status: 415, code: 'kind' }),
      async play(stage) {
        await stage.open()
        await stage.bring(await photo('mug.png'))
        await stage.find('.tray .failed, .tray .problem')
      }
    }
  ]
}
