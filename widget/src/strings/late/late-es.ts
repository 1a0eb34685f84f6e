import type { LateTexts } from '../words.ts'

export const es: LateTexts = {
  talks: {
    search: 'Buscar en tus mensajes',
    hits: { one: '{count} mensaje encontrado', other: '{count} mensajes encontrados' },
    newest: 'Se muestran los más recientes. Busca con más palabras para encontrar otros.',
    noHits: 'No se ha encontrado nada',
    nothing: 'Aún no se ha dicho nada.',
    unread: { one: '{count} sin leer', other: '{count} sin leer' },
    ended: 'Terminada',
    reopens: 'Escribe para volver a abrirlo.',
    begins: 'Lo que escribas empieza una conversación nueva.',
    start: 'Empezar una conversación nueva',
    earlier: 'Conversaciones anteriores',
    over: 'Esta conversación ha terminado.',
    backToList: 'Volver a tus conversaciones',
    later: 'Mensajes posteriores'
  },
  before: {
    title: 'Antes de empezar',
    start: 'Empezar el chat',
    skip: 'Omitir',
    name: 'Nombre',
    email: 'Correo electrónico',
    phone: 'Número de teléfono',
    agree: 'Marca esta casilla para continuar',
    wrong: { one: 'Hay una respuesta que revisar', other: 'Hay {count} respuestas que revisar' }
  },
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
  },
  takeItWithYou: 'Llévate el chat contigo. Todo lo escrito aquí te acompaña.',
  whatHappens: {
    sms: 'Se abrirán tus SMS con un mensaje ya escrito. Envíalo y el chat continuará allí. Solo {site} ve tu número y lo que escribes.',
    other:
      'Se abrirá {network} con un mensaje ya escrito. Envíalo y el chat continuará allí. Solo {site} ve tu número y lo que escribes.'
  },
  openApp: { sms: 'Abrir mis SMS', other: 'Abrir {network}' },
  scan: 'Escanéalo con el móvil',
  showQr: 'Usar otro móvil',
  number: 'Número',
  code: 'Código',
  copy: 'Copiar',
  copied: 'Copiado',
  waiting: 'Esperando tu mensaje…',
  finishByHand: '¿No hay ningún mensaje escrito? Envía tú el código al número.',
  linkedBody: 'Puedes cerrar esta página cuando quieras. No se pierde nada.',
  codeExpired: 'Este código ha caducado.',
  newCode: 'Obtener otro código',
  orByNumber: 'O escribe tu número y te enviaremos un SMS',
  textMe: 'Enviarme un SMS',
  numberConsent:
    'Al pulsar el botón aceptas que {site} envíe un SMS a este número. No se enviará nada más si no lo respondes.',
  badNumber: 'No reconocemos ese número. Empieza por el país, como en +34 612 34 56 78.',
  textedNumber: 'Hemos enviado un SMS al {number}. Respóndelo y el chat continuará allí.'
}
