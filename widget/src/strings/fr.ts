import type { Texts } from './words.ts'

/** Everything the widget says, in French. */
export const fr: Texts = {
  chat: 'Chat',
  chatWith: 'Chat avec {site}',
  openChat: 'Ouvrir le chat',
  closeChat: 'Fermer le chat',
  usuallyReplies: 'Répond en général en quelques minutes',
  repliesWithin: 'Répond en général sous {time}',
  reconnecting: 'Reconnexion en cours. Ce que vous écrivez est gardé et sera envoyé.',
  unavailable: 'Le chat n’est pas disponible ici. Ce que vous écrivez est gardé.',
  back: 'Retour au chat',
  sound: 'Son à l’arrivée d’un message',
  conversations: 'Vos conversations',

  closedNow: 'Nous sommes fermés pour le moment',
  backToday: 'Nous sommes de retour à {time}',
  backTomorrow: 'Nous sommes de retour demain à {time}',
  backOn: 'Nous sommes de retour {day} à {time}',
  leaveMessage: 'Laissez-nous un message, nous vous répondrons dès notre retour.',
  answerOnPhone: 'Recevoir la réponse sur mon téléphone',

  messages: 'Messages',
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  you: 'Vous',
  via: 'via {network}',
  sending: 'Envoi en cours',
  sent: 'Envoyé',
  delivered: 'Distribué',
  read: 'Lu',
  failed: 'Non envoyé',
  tooLong: 'Trop long pour être envoyé. Partagez-le en deux.',
  tryAgain: 'Réessayer',
  remove: 'Supprimer',
  typing: '{name} est en train d’écrire',
  someone: 'Quelqu’un',
  edited: 'Modifié',
  removed: 'Ce message a été retiré',
  newMessages: { one: '{count} nouveau message', other: '{count} nouveaux messages' },
  earlier: 'Messages précédents',
  greeting: 'Bonjour. Comment pouvons-nous vous aider\u00a0?',
  opensInNewTab: 's’ouvre dans un nouvel onglet',

  writeMessage: 'Écrire un message',
  send: 'Envoyer',
  attach: 'Joindre un fichier',
  uploading: 'Envoi de {name}',
  fileReady: '{name} est prêt à être envoyé',
  fileTooLarge: '{name} est trop volumineux. La limite est de {size}.',
  fileKind: '{name} est d’un type que nous ne pouvons pas recevoir.',
  tooManyFiles: 'Un message contient dix fichiers au plus.',
  uploadFailed: '{name} n’est pas arrivé.',
  uploadLimited: 'Beaucoup de fichiers en peu de temps. Réessayez plus tard.',
  removeFile: 'Retirer {name}',
  dropFiles: 'Déposez les fichiers ici',
  chooseAnswer: 'Choisissez une réponse',
  place: '{count} sur {total}',
  previous: 'Précédent',
  next: 'Suivant',
  optional: 'facultatif',
  fillIn: 'À remplir',
  checkThis: 'À vérifier : cela ne semble pas correct',
  answered: 'Répondu',

  note: {
    linked: {
      sms: 'La conversation continue par SMS',
      other: 'La conversation continue sur {network}'
    },
    unlinked: {
      sms: 'La conversation ne continue plus par SMS',
      other: 'La conversation ne continue plus sur {network}'
    },
    returned: 'Bon retour parmi nous. Ce qui a été écrit sur votre téléphone est ici.',
    shown: {
      sms: 'Ce qui est écrit par SMS s’affiche aussi ici',
      other: 'Ce qui est écrit sur {network} s’affiche aussi ici'
    },
    notShown: {
      sms: 'Ce qui est écrit par SMS ne s’affiche pas ici',
      other: 'Ce qui est écrit sur {network} ne s’affiche pas ici'
    },
    texted: 'Nous vous avons envoyé un SMS. Répondez-y pour continuer sur votre téléphone.',
    joined: '{name} est avec vous',
    closed: 'La conversation est terminée.'
  },

  networkName: { whatsapp: 'WhatsApp', sms: 'SMS', other: '{network}' },
  continueOnPhone: 'Continuer sur mon téléphone',
  continueOn: { sms: 'Continuer par SMS', other: 'Continuer sur {network}' },
  offered: {
    sms: 'On continue par SMS\u00a0?',
    other: 'On continue sur {network}\u00a0?'
  },
  oneMoment: 'Un instant',
  handoffFailed: 'Le chat est injoignable. Vérifiez votre connexion et réessayez.',
  handoffLimited: 'Cela fait beaucoup d’essais. Attendez quelques minutes et réessayez.',
  notShownYet:
    'Ce qui y est écrit s’affichera ici dès que vous l’aurez accepté sur votre téléphone.',
  notShown: 'Ce qui y est écrit ne s’affiche pas ici.',
  shownHere: 'Ce qui y est écrit s’affiche aussi ici.',
  stopShowing: 'Ne plus afficher ici'
}
