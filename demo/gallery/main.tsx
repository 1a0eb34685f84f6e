import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { LANGUAGES } from '../../widget/src/language.ts'
import type { Scene } from './scene.ts'
import { GROUPS } from './scenes/index.ts'

const SIZES = {
  desktop: { title: 'Desktop', width: 560, height: 760 },
  phone: { title: 'Phone', width: 390, height: 780 },
  narrow: { title: '320 px', width: 320, height: 568 },
  low: { title: 'Phone on its side', width: 740, height: 360 }
}
type Size = keyof typeof SIZES

/** What the controls say. It is in the address, so that it can be sent to somebody. */
interface Wish {
  theme: '' | 'light' | 'dark'
  language: string
  size: Size
  accent: string
}

const NOTHING: Wish = { theme: '', language: 'en', size: 'desktop', accent: '' }

function readWish(): Wish {
  const asked = new URLSearchParams(location.hash.slice(1))
  const wish = { ...NOTHING, ...Object.fromEntries(asked) } as Wish
  return wish.size in SIZES ? wish : { ...wish, size: 'desktop' }
}

const wordsOf = (wish: Wish) =>
  new URLSearchParams(
    Object.entries(wish).filter(([name, value]) => value !== NOTHING[name as keyof Wish])
  )

function Choice<Name extends keyof Wish>(props: {
  label: string
  name: Name
  wish: Wish
  options: Record<string, string>
  choose(change: Partial<Wish>): void
}) {
  const { label, name, wish, options, choose } = props
  return (
    <label>
      {label}{' '}
      <select
        value={wish[name]}
        onChange={event => choose({ [name]: event.currentTarget.value } as Partial<Wish>)}
      >
        {Object.entries(options).map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}

function Frame({ scene, wish }: { scene: Scene; wish: Wish }) {
  const { width, height } = SIZES[wish.size]
  const { size: _, ...told } = wish
  const asked = new URLSearchParams({ scene: scene.id })
  for (const [name, value] of Object.entries(told)) if (value) asked.set(name, value)
  const address = `./frame.html?${asked}`
  return (
    <figure style={{ inlineSize: `${width}px` }}>
      <figcaption>
        <a href={address}>{scene.title}</a>
      </figcaption>
      {/* Another key, another frame: a frame that only changes its address fills the history. */}
      <iframe
        key={address}
        src={address}
        title={scene.title}
        loading="lazy"
        width={width}
        height={height}
      />
    </figure>
  )
}

const languageNames = () => {
  const names = new Intl.DisplayNames('en', { type: 'language' })
  return Object.fromEntries(LANGUAGES.map(tag => [tag, names.of(tag) ?? tag]))
}

function Gallery() {
  const [wish, setWish] = useState(readWish)
  const choose = (change: Partial<Wish>) => setWish({ ...wish, ...change })
  useEffect(() => {
    history.replaceState(null, '', `#${wordsOf(wish)}`)
    document.documentElement.style.colorScheme = wish.theme || 'light dark'
  }, [wish])
  const themes = { '': 'As the system', light: 'Light', dark: 'Dark' }
  const sizes = Object.fromEntries(Object.entries(SIZES).map(([id, { title }]) => [id, title]))
  return (
    <>
      <header>
        <h1>Gallery</h1>
        <p>
          Every state of the chat. Each frame is the widget itself, with a relay inside the page
          that says what the scene needs.
        </p>
        <form>
          <Choice label="Theme" name="theme" options={themes} {...{ wish, choose }} />
          <Choice
            label="Language"
            name="language"
            options={languageNames()}
            {...{ wish, choose }}
          />
          <Choice label="Size" name="size" options={sizes} {...{ wish, choose }} />
          <label>
            Brand{' '}
            <input
              type="color"
              value={wish.accent || '#285f54'}
              onChange={event => choose({ accent: event.currentTarget.value })}
            />
          </label>
        </form>
      </header>
      <main>
        {GROUPS.map(({ title, scenes }) => (
          <section key={title}>
            <h2>{title}</h2>
            <div class="frames">
              {scenes.map(scene => (
                <Frame key={scene.id} {...{ scene, wish }} />
              ))}
            </div>
          </section>
        ))}
      </main>
    </>
  )
}

render(<Gallery />, document.body)
