import type { LateTexts } from '../words.ts'

export const fr: LateTexts = {
  talks: {
    search: 'Rechercher dans vos messages',
    hits: { one: '{count} message trouvé', other: '{count} messages trouvés' },
    newest: 'Les plus récents sont affichés. Ajoutez des mots pour en trouver d’autres.',
    noHits: 'Aucun résultat',
    nothing: 'Rien n’a encore été dit.',
    unread: { one: '{count} non lu', other: '{count} non lus' },
    ended: 'Terminée',
    reopens: 'Écrivez pour la rouvrir.',
    begins: 'Ce que vous écrivez ouvre une nouvelle conversation.',
    start: 'Commencer une nouvelle conversation',
    earlier: 'Conversations précédentes',
    over: 'Cette conversation est terminée.',
    backToList: 'Retour à vos conversations',
    later: 'Messages suivants'
  },
  before: {
    title: 'Avant de commencer',
    start: 'Commencer le chat',
    skip: 'Passer',
    name: 'Nom',
    email: 'Adresse e-mail',
    phone: 'Numéro de téléphone',
    agree: 'Cochez cette case pour continuer',
    wrong: { one: 'Une réponse est à revoir', other: '{count} réponses sont à revoir' }
  },
  rating: {
    question: 'Comment cela s’est-il passé ?',
    awful: 'Très mal',
    bad: 'Mal',
    fair: 'Moyennement',
    good: 'Bien',
    great: 'Très bien',
    comment: 'Voulez-vous en dire plus ?',
    send: 'Envoyer',
    thanks: 'Merci, cela nous aide.'
  },
  transcript: {
    ask: 'Recevoir une copie par e-mail',
    email: 'Votre adresse e-mail',
    send: 'Envoyer',
    sent: 'Une copie est en route vers {email}.',
    unread: 'Nous ne pouvons pas lire cette adresse. Vérifiez-la encore une fois.'
  },
  push: {
    ask: 'Me prévenir quand il y a une réponse',
    on: 'Ce navigateur vous prévient quand il y a une réponse.',
    stop: 'Ne plus me prévenir',
    denied: 'Votre navigateur ne l’a pas permis.'
  },
  takeItWithYou: 'Emportez la conversation. Tout ce qui a été écrit ici vous suit.',
  whatHappens: {
    sms: 'Vos SMS s’ouvrent avec un message tout prêt. Envoyez-le, et la conversation continue là-bas. Seul {site} voit votre numéro et ce que vous écrivez.',
    other:
      '{network} s’ouvre avec un message tout prêt. Envoyez-le, et la conversation continue là-bas. Seul {site} voit votre numéro et ce que vous écrivez.'
  },
  openApp: { sms: 'Ouvrir mes SMS', other: 'Ouvrir {network}' },
  scan: 'Scannez avec votre téléphone',
  showQr: 'Utiliser un autre téléphone',
  number: 'Numéro',
  code: 'Code',
  copy: 'Copier',
  copied: 'Copié',
  waiting: 'Nous attendons votre message…',
  finishByHand: 'Pas de message prêt\u00a0? Envoyez vous-même le code à ce numéro.',
  linkedBody: 'Vous pouvez quitter cette page quand vous voulez. Rien n’est perdu.',
  codeExpired: 'Ce code a expiré.',
  newCode: 'Obtenir un nouveau code',
  orByNumber: 'Ou indiquez votre numéro, et nous vous enverrons un SMS',
  textMe: 'Recevoir un SMS',
  numberConsent:
    'En appuyant sur le bouton, vous acceptez que {site} envoie un SMS à ce numéro. Rien d’autre ne sera envoyé si vous n’y répondez pas.',
  badNumber:
    'Nous ne reconnaissons pas ce numéro. Commencez par le pays, par exemple +33 6 12 34 56 78.',
  textedNumber:
    'Nous avons envoyé un SMS au {number}. Répondez-y, et la conversation continue là-bas.'
}
