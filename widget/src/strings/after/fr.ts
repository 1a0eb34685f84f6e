import type { AfterTexts } from '../words.ts'

export const fr: AfterTexts = {
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
  }
}
