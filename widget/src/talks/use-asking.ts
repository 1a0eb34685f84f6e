import { useEffect, useState } from 'preact/hooks'

/** What the relay was asked for: on its way, here, or not to be had. */
export type Asked<T> =
  | { state: 'asking' }
  | { state: 'here'; value: T }
  | { state: 'lost'; code: string }

/** Asks the relay, and again whenever what is asked about changes; `undefined` asks nothing. Only the newest answer counts. */
export function useAsking<T>(
  about: string | undefined,
  ask: (about: string) => Promise<T>
): Asked<T> | undefined {
  const [asked, setAsked] = useState<Asked<T> | undefined>()
  useEffect(() => {
    if (about === undefined) {
      setAsked(undefined)
      return undefined
    }
    let isWanted = true
    setAsked({ state: 'asking' })
    ask(about).then(
      value => isWanted && setAsked({ state: 'here', value }),
      ({ code = '' }) => isWanted && setAsked({ state: 'lost', code })
    )
    return () => {
      isWanted = false
    }
  }, [about])
  return asked
}
