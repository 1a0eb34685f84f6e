/**
 * Only in this demo: the phone is simulated, so a link that would open WhatsApp or SMS is handed to it.
 * A click on a QR code counts as scanning it.
 */

const LINKS = 'a[href^="https://wa.me/"], a[href^="sms:"]'

// Before anybody else's listener: the chat lives in a shadow root, and the path leads into it.
addEventListener('click', followLink, { capture: true })

async function followLink(event) {
  const link = event.composedPath().find(part => part instanceof Element && part.matches(LINKS))
  if (!link) return
  event.preventDefault()
  const answer = await fetch('/phone/api/open', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ link: link.href })
  })
  const { error } = await answer.json()
  show(error ? error.message : 'The draft is on the phone, ready to send.')
}

/** Says where the link went. Beside the phone there is nothing to say. */
function show(words) {
  if (window.parent !== window) return
  document.querySelector('.to-phone')?.remove()
  const note = document.createElement('p')
  note.className = 'to-phone'
  note.setAttribute('role', 'status')
  const open = document.createElement('a')
  open.href = '/phone/'
  open.target = 'segue-phone'
  open.textContent = 'Go to the phone'
  note.append(`${words} `, open)
  document.body.append(note)
  setTimeout(() => note.remove(), 12_000)
}
