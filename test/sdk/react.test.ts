// @vitest-environment happy-dom
import { createSdk, type Sdk } from '@segue/sdk'
import { createChat } from '@segue/sdk/chat'
import { act, createElement, StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRelayPeer, type RelayPeer } from '../doubles/relay-peer.ts'
import { stored } from '../doubles/stored-events.ts'

// Loaded when they are needed; here they are to be there at once.
import '../../sdk/src/http.ts'
import '../../sdk/src/watch-pages.ts'

let peer: RelayPeer
beforeEach(() => {
  peer = createRelayPeer()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('WebSocket', function open() {
    return peer.openSocket()
  })
})
afterEach(() => void vi.unstubAllGlobals())

const make = (): Sdk =>
  createSdk({
    ...{ key: 'shop', relay: 'https://relay.example', storage: null },
    ...{ fetch: peer.fetch as typeof fetch, consent: 'granted', pages: 'auto' }
  })

/** Draws it as React does while developing: every component is mounted, taken down and mounted again. */
async function draw(App: () => null) {
  const root = createRoot(document.createElement('div'))
  await act(async () => root.render(createElement(StrictMode, null, createElement(App))))
  return () => act(async () => root.unmount())
}

const isOpen = () => expect.poll(() => peer.sockets.length).toBeGreaterThan(0)
const toldOnce = (flush: Sdk['flush']) =>
  expect
    .poll(async () => {
      await flush()
      return stored(peer).map(({ type }) => type)
    })
    .toEqual(['page'])

describe('in React, which mounts everything twice while developing', () => {
  it('an SDK made once for all is one, with one page and one connection', async () => {
    const sdk = make()
    const erase = await draw(() => {
      useEffect(() => {
        const chat = createChat(sdk)
        chat.open()
        return chat.close
      }, [])
      return null
    })
    await isOpen()
    await toldOnce(sdk.flush)
    expect(peer.sockets.length).toBe(1)
    await erase()
    sdk.destroy()
  })

  it('an SDK that is made and destroyed with its component is one too', async () => {
    let flush: Sdk['flush'] | undefined
    const erase = await draw(() => {
      useEffect(() => {
        const sdk = make()
        flush = sdk.flush
        createChat(sdk).open()
        return sdk.destroy
      }, [])
      return null
    })
    await isOpen()
    await toldOnce(flush!)
    expect(peer.sockets.length).toBe(1)
    await erase()
  })
})
