/** What the inbox says of who somebody is. */
export const peopleWords = {
  transcript: {
    open: 'Send it by e-mail',
    openHint: 'Mail this conversation to the person',
    title: 'Send this conversation by e-mail',
    email: 'Their e-mail address',
    hint: 'They get what they may see on the site. One address gets at most three mails a day.',
    send: 'Send the mail',
    done: 'The mail is on its way.'
  },
  user: {
    proved: (id: string) => `Signed in as ${id}`,
    claimed: (id: string) => `Says to be ${id}`,
    notProved: 'not proved'
  },
  joins: {
    title: 'Known to be one person',
    what: { visitor: 'This browser', anon: 'Visits', claim: 'User' } as Record<string, string>,
    to: (what: string, user: string) => `${what} → ${user}`,
    sameBrowser: 'same browser',
    proofs: {
      token: 'signed in with a token',
      secret: 'told by your server',
      hash: 'signed in with a hash',
      claim: 'said by the page, not proved',
      self: 'came from one browser'
    } as Record<string, string>,
    undo: 'Not them',
    redo: 'Is them after all',
    undone: 'Taken apart: each has its own history again.',
    redone: 'Joined again.'
  },
  talks: {
    title: 'Their other conversations',
    state: { waiting: 'waiting', open: 'open', closed: 'closed' }
  }
}
