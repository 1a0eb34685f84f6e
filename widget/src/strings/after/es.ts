import type { AfterTexts } from '../words.ts'

export const es: AfterTexts = {
  rating: {
    question: '¿Qué tal lo hemos hecho?',
    awful: 'Muy mal',
    bad: 'Mal',
    fair: 'Regular',
    good: 'Bien',
    great: 'Muy bien',
    comment: '¿Quiere contarnos más?',
    send: 'Enviar',
    thanks: 'Gracias. Nos ayuda.'
  },
  transcript: {
    ask: 'Recibir una copia por correo',
    email: 'Su correo electrónico',
    send: 'Enviar',
    sent: 'Una copia va en camino a {email}.',
    unread: 'No podemos leer esa dirección. Revísela una vez más.'
  },
  push: {
    ask: 'Avíseme cuando haya respuesta',
    on: 'Este navegador le avisa cuando haya respuesta.',
    stop: 'No avisarme más',
    denied: 'Su navegador no lo ha permitido.'
  }
}
