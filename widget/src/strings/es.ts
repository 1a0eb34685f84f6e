import type { Texts } from './words.ts'

/** Everything the widget says, in Spanish. */
export const es: Texts = {
  chat: 'Chat',
  chatWith: 'Chat con {site}',
  openChat: 'Abrir el chat',
  closeChat: 'Cerrar el chat',
  usuallyReplies: 'Suele responder en unos minutos',
  repliesWithin: 'Suele responder en {time}',
  reconnecting: 'Reconectando. Lo que escribas se guarda y se enviará.',
  back: 'Volver al chat',
  sound: 'Sonido al recibir mensajes',

  closedNow: 'Ahora mismo estamos cerrados',
  backToday: 'Volvemos hoy a las {time}',
  backTomorrow: 'Volvemos mañana a las {time}',
  backOn: 'Volvemos el {day} a las {time}',
  leaveMessage: 'Déjanos un mensaje y te responderemos en cuanto volvamos.',
  answerOnPhone: 'Recibir la respuesta en el móvil',

  messages: 'Mensajes',
  today: 'Hoy',
  yesterday: 'Ayer',
  you: 'Tú',
  via: 'por {network}',
  sending: 'Enviando',
  sent: 'Enviado',
  delivered: 'Entregado',
  read: 'Leído',
  failed: 'No enviado',
  tooLong: 'Demasiado largo para enviarlo. Divídelo en dos.',
  tryAgain: 'Reintentar',
  remove: 'Eliminar',
  typing: '{name} está escribiendo',
  someone: 'Alguien',
  edited: 'Modificado',
  removed: 'Este mensaje se ha retirado',
  newMessages: { one: '{count} mensaje nuevo', other: '{count} mensajes nuevos' },
  earlier: 'Mensajes anteriores',
  greeting: 'Hola. ¿En qué podemos ayudarte?',
  opensInNewTab: 'se abre en una pestaña nueva',

  writeMessage: 'Escribe un mensaje',
  send: 'Enviar',

  note: {
    linked: 'El chat continúa por {network}',
    unlinked: 'El chat ya no continúa por {network}',
    returned: 'Hola de nuevo. Aquí está lo que se escribió en el móvil.',
    shown: 'Lo que se escribe por {network} también aparece aquí',
    notShown: 'Lo que se escribe por {network} no aparece aquí',
    texted: 'Te hemos enviado un SMS. Respóndelo para continuar allí.',
    joined: '{name} está contigo',
    closed: 'El chat ha terminado. Escribe para volver a abrirlo.'
  },

  networkName: { whatsapp: 'WhatsApp', sms: 'SMS', other: '{network}' },
  continueOnPhone: 'Continuar en el móvil',
  continueOn: 'Continuar por {network}',
  takeItWithYou: 'Llévate el chat contigo. Todo lo escrito aquí te acompaña.',
  offered: '¿Continuamos por {network}?',
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
  oneMoment: 'Un momento',
  waiting: 'Esperando tu mensaje…',
  finishByHand: '¿No hay ningún mensaje escrito? Envía tú el código al número.',
  codeExpired: 'Este código ha caducado.',
  newCode: 'Obtener otro código',
  handoffFailed: 'No hemos podido conectar con el chat. Revisa tu conexión e inténtalo de nuevo.',
  handoffLimited:
    'Han sido muchos intentos en poco tiempo. Espera unos minutos e inténtalo de nuevo.',
  orByNumber: 'O escribe tu número y te enviaremos un SMS',
  textMe: 'Enviarme un SMS',
  numberConsent:
    'Al pulsar el botón aceptas que {site} envíe un SMS a este número. No se enviará nada más si no lo respondes.',
  badNumber: 'No reconocemos ese número. Empieza por el país, como en +34 612 34 56 78.',
  textedNumber: 'Hemos enviado un SMS al {number}. Respóndelo y el chat continuará allí.',
  linkedBody: 'Puedes cerrar esta página cuando quieras. No se pierde nada.',
  notShownYet: 'Lo que se escriba allí no aparecerá aquí hasta que lo aceptes en el móvil.',
  notShown: 'Lo que se escribe allí no aparece aquí.',
  shownHere: 'Lo que se escribe allí también aparece aquí.',
  stopShowing: 'Dejar de mostrar aquí'
}
