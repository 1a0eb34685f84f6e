import { render } from 'preact'
import { App } from './components/app.tsx'
import { restoreSession } from './stores/session.ts'
import { restoreKeys } from './stores/shortcut-keys.ts'
import './styles/base.css'
import './styles/controls.css'
import './styles/desk.css'
import './styles/list.css'
import './styles/thread.css'
import './styles/edit.css'
import './styles/marks.css'
import './styles/message.css'
import './styles/composer.css'
import './styles/about.css'
import './styles/content.css'
import './styles/dialog.css'
import './styles/ask.css'
import './styles/sign-in.css'

restoreKeys()
void restoreSession()
render(<App />, document.getElementById('inbox')!)
