import type { PhoneTemplates } from './templates.ts'

/** What the relay itself says on a phone, in French. */
export const fr: PhoneTemplates = {
  draft: 'Je continue mon chat depuis {site}',
  linked:
    'Vous discutez maintenant avec {site} ici. Nous reprenons la conversation ouverte sur le site ({began}).',
  askMirror: 'Afficher aussi sur le site ce qui est écrit ici ?',
  howToRefuse: "Ce n'est pas votre conversation ? Répondez PAS MOI.",
  howBack: 'Répondez LIEN pour revenir sur le site.',
  mirrorYes: 'Oui, afficher',
  mirrorNo: 'Non, seulement ici',
  notMe: 'Pas ma conversation',
  shown: "C'est fait. La conversation s'affiche aussi sur le site.",
  notShown: 'Très bien. Ce qui est écrit ici reste ici.',
  refused: "Merci de nous l'avoir dit. Ce téléphone ne fait plus partie de cette conversation.",
  askForCode:
    'Vous discutiez sur {site} ? Envoyez le code qui y est affiché et nous reprendrons où vous en étiez. Sinon, continuez simplement ici.',
  codeOver:
    "Ce code n'est plus valable. Demandez-en un autre dans le chat sur {site}, ou continuez simplement ici.",
  codeUsed: 'Ce code a déjà servi. Demandez-en un autre dans le chat, ou continuez simplement ici.',
  tooManyCodes: 'Trop de codes pour le moment. Attendez une heure et réessayez.',
  confirmNumber:
    "{site} : répondez OUI pour continuer ici votre chat de {host}. Vous n'avez rien demandé ? Ignorez ce message ou répondez STOP.",
  numberRefused: "Très bien. Nous n'écrirons pas ici.",
  wayBack: 'Retour au chat sur {site} (valable une fois, 15 minutes) : {url}',
  wayBackSent: 'Un lien pour revenir sur le site',
  stopped: 'Vous ne recevrez plus de messages de {site} ici. Répondez START pour annuler.',
  started: 'Vous recevrez de nouveau les messages de {site} ici.',
  answerWith: 'Répondez par :',
  choose: 'Choisir',
  answerWithNumber: 'Répondez par le numéro de votre choix.',
  fileMissing: '[Un fichier impossible à charger]',
  newMessage: 'Vous avez un nouveau message de {site}'
}
