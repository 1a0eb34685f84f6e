const NETWORK_HINTS = {
  replies: {
    buttons: (place: string) => `On ${place} they are buttons.`,
    list: (place: string) => `On ${place} they are a list to open: only three fit as buttons.`,
    numbers: (place: string) => `By ${place} they are numbered, and answered by number or word.`
  },
  cards: {
    buttons: (place: string) =>
      `On ${place} each card is a message of its own. Links are written out.`,
    numbers: (place: string) =>
      `By ${place} each card is a text of its own. Pictures are links, and answers are numbered.`
  },
  form: (place: string) =>
    `By ${place} they read the questions and answer in their own words: nothing is checked.`
}

/** What the inbox says where agents ask something, or show it: choices, cards and forms. */
export const askWords = {
  asks: {
    open: 'Ask or show…',
    title: 'Ask or show',
    kind: 'What to send',
    kinds: { replies: 'Choices', cards: 'Cards', form: 'Form' },
    question: 'Your question',
    above: 'Text above the cards (optional)',
    send: 'Send it',
    again: 'Use again',
    keys: 'Alt with ↑ or ↓ moves a line, Ctrl with Enter sends.',
    wrong: (count: number) =>
      count === 1 ? 'One thing is missing or wrong.' : `${count} things are missing or wrong.`,
    nouns: { choice: 'choice', card: 'card', button: 'button', field: 'question' },
    names: { choice: 'Choices', card: 'Cards', button: 'Buttons of this card', field: 'Questions' },
    add: (noun: string, count: number, most: number) => `Add a ${noun} (${count} of ${most})`,
    up: (noun: string, place: number) => `Move ${noun} ${place} up`,
    down: (noun: string, place: number) => `Move ${noun} ${place} down`,
    remove: (noun: string, place: number) => `Remove ${noun} ${place}`,
    moved: (noun: string, place: number, of: number) => `The ${noun} is now ${place} of ${of}.`,
    removed: (noun: string) => `The ${noun} was removed.`,
    choice: (place: number) => `Choice ${place}`,
    card: {
      title: 'Title',
      text: 'Text (optional)',
      picture: 'Add a picture (optional)',
      otherPicture: 'Choose another picture',
      drop: (name: string) => `Remove the picture ${name}`,
      button: (place: number) => `Button ${place}`,
      does: (place: number) => `What button ${place} does`,
      kinds: { answer: 'Answers', link: 'Opens a page' },
      url: (place: number) => `Address of the page of button ${place}`
    },
    form: {
      label: 'Question',
      type: 'Answered with',
      types: {
        text: 'A line of text',
        long: 'A longer text',
        email: 'An e-mail address',
        tel: 'A phone number',
        number: 'A number',
        choice: 'A choice'
      },
      choices: 'Choices, one a line',
      choicesHint: '2 to 10, each of at most 40 characters.',
      required: 'Must be answered',
      submit: 'Words on the button (optional)',
      submitHint: 'Left empty, it says “Send” in the visitor’s language.'
    },
    on: {
      ...NETWORK_HINTS,
      site: {
        replies: 'On the site they are buttons.',
        cards: 'On the site they are looked through one by one.',
        form: 'On the site it is filled in at once.'
      }
    },
    problems: {
      question: 'Ask something: people read this before they answer.',
      needed: 'Write something here, or remove it.',
      noChoice: 'Write at least one choice.',
      twice: 'This is there already.',
      url: 'Write a whole address, like https://example.com/page.',
      picture: 'The picture is still being uploaded.',
      lostPicture: 'The page was closed before the picture was uploaded. Choose it again.',
      notPicture: 'This is not a picture. PNG, JPEG, GIF and WebP are.',
      choices: 'Write 2 to 10 different choices, each on a line of its own.',
      longChoice: (choice: string) => `“${choice}” is longer than 40 characters.`
    },
    shown: {
      chosen: 'chosen',
      answered: 'Answered',
      unanswered: 'Not answered yet',
      required: 'must be answered',
      empty: 'left empty'
    }
  }
}
