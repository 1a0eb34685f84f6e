import type { PhoneTemplates } from './templates.ts'

/** What the relay itself says on a phone, in Spanish. */
export const es: PhoneTemplates = {
  draft: 'Sigo aquí mi chat de {site}',
  linked: 'Ahora chateas con {site} aquí. Seguimos con el chat que empezó en la web ({began}).',
  askMirror: '¿Mostramos también en la web lo que escribimos aquí?',
  howToRefuse: '¿No es tu chat? Responde NO SOY YO.',
  howBack: 'Responde ENLACE para volver a la web.',
  mirrorYes: 'Sí, mostrarlo',
  mirrorNo: 'No, solo aquí',
  notMe: 'No es mi chat',
  shown: 'Listo. El chat también se ve en la web.',
  notShown: 'De acuerdo. Lo que escribimos aquí se queda aquí.',
  refused: 'Gracias por avisar. Este teléfono ya no forma parte de ese chat.',
  askForCode:
    '¿Estabas chateando en {site}? Envía el código que aparece allí y seguimos donde estabas. Si no, escribe aquí sin más.',
  codeOver: 'Ese código ya no vale. Pide otro en el chat de {site} o sigue aquí sin más.',
  codeUsed: 'Ese código ya se ha usado. Pide otro en el chat o sigue aquí sin más.',
  tooManyCodes: 'Son demasiados códigos por ahora. Espera una hora e inténtalo de nuevo.',
  confirmNumber:
    '{site}: responde SÍ para seguir aquí tu chat de {host}. ¿No lo has pedido tú? Ignora este mensaje o responde STOP.',
  numberRefused: 'De acuerdo. No escribiremos aquí.',
  wayBack: 'Volver al chat de {site} (vale una vez, durante 15 minutos): {url}',
  wayBackSent: 'Un enlace para volver a la web',
  stopped: 'No recibirás más mensajes de {site} aquí. Responde START para deshacerlo.',
  started: 'Volverás a recibir aquí los mensajes de {site}.',
  answerWith: 'Responde con:',
  choose: 'Elegir',
  answerWithNumber: 'Responde con el número de tu elección.',
  fileMissing: '[Un archivo que no se pudo obtener]',
  newMessage: 'Tiene un mensaje nuevo de {site}'
}
