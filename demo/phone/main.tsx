import { render } from 'preact'
import '../base.css'
import './styles/base.css'
import './styles/frame.css'
import './styles/home.css'
import './styles/list.css'
import './styles/chat.css'
import './styles/bubbles.css'
import './styles/pictures.css'
import './styles/controls.css'
import { openLinkFromAddress } from './open-link.ts'
import { Page } from './page.tsx'
import { followPhones } from './stores/phones.ts'

followPhones()
openLinkFromAddress()
render(<Page />, document.body)
