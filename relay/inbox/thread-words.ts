const because = (why?: string) => (why ? `: ${why.replace(/\.$/, '')}` : '')

/** Whose part it is to mend why mails do not go out. */
const mendMail: Record<string, string> = {
  relay: 'Whoever runs the relay has to see to its mail settings; its log says what is refused. '
}

/** What the inbox says of the entries of a thread: who, where, and what became of them. */
export const threadWords = {
  authors: { visitor: 'Visitor', agent: 'Agent', bot: 'Bot', system: 'Segue' },
  delivery: {
    queued: 'on its way',
    sent: 'sent',
    delivered: 'delivered',
    read: 'read',
    failedFor: (place: string, why?: string) =>
      `${place} · not delivered${why ? `: ${why.replace(/\.$/, '')}` : ''}.`,
    lost: (place: string) => `${place} · not known whether it arrived.`,
    instead: (place: string) => `Sent by ${place} instead.`,
    resend: 'Send again?',
    resent: 'Sent again.',
    sending: 'Sending…',
    unsent: 'Not sent yet. It goes out when the connection is back.',
    refused: (why: string) => `Not sent: ${why}`,
    discard: 'Discard'
  },
  because: {
    window_closed: 'The network’s 24-hour window was closed when this was sent.',
    opted_out: 'They had asked for no more messages where they wrote last.',
    nowhere_else: 'Nothing else could be reached.'
  } as Record<string, string>,
  networks: { web: 'Site', whatsapp: 'WhatsApp', sms: 'SMS' } as Record<string, string>,
  lines: {
    offered: (place: string) => `An agent offered to continue on ${place}`,
    offeredByVisitor: (place: string) => `The visitor looks at continuing on ${place}`,
    texted: (place: string) => `A confirmation was sent by ${place}. It waits for their answer`,
    opened: (place: string) => `${place} was opened. It waits for their message`,
    expired: (place: string) => `The offer to continue on ${place} has expired`,
    revoked: (place: string) => `The offer to continue on ${place} was withdrawn`,
    linked: (where: string, proof: string) => `Continues on ${where} · ${proof}`,
    returned: 'They came back to the site by the link',
    undone: (where: string) => `The link to ${where} was undone`,
    refused: (where: string) => `${where} refused the link`,
    shown: (place: string) => `What is said on ${place} shows on the site too`,
    unshown: (place: string) => `What is said on ${place} no longer shows on the site`,
    mirrorBy: {
      phone: 'the phone asked for it',
      visitor: 'stopped on the site',
      agent: 'stopped by an agent',
      idle: 'the site was idle'
    } as Record<string, string>,
    rated: (score: number, comment?: string) =>
      `Rated ${score} of 5${comment ? `: “${comment}”` : ''}`,
    claimed: (name: string) => `${name} has the conversation`,
    closed: 'Closed',
    closedBy: (name: string) => `Closed by ${name}`,
    reopened: 'Reopened'
  },
  mail: {
    copy: (to: string) => `The copy to ${to}`,
    wanted: (to: string) => `The copy the visitor asked for, to ${to},`,
    delayed: (copy: string, fault: string, why?: string) =>
      `${copy} has not gone out yet${because(why)}. ${mendMail[fault] ?? ''}It is tried for a day.`,
    failed: (copy: string, fault: string, why?: string) =>
      `${copy} did not go out${because(why)}. ${fault === 'address' ? 'Check the address.' : (mendMail[fault] ?? '')}`.trim(),
    unknown: (copy: string, _fault: string, why?: string) =>
      `Nobody knows whether ${copy[0]!.toLowerCase()}${copy.slice(1)} arrived${because(why)}. Ask before you send it again.`,
    sent: (copy: string, _fault: string, _why?: string) => `${copy} has gone out after all`,
    again: 'Send it again…'
  },
  proofs: {
    self: 'their own session',
    code: 'proven by code',
    number: 'confirmed by number',
    return: 'by return link',
    token: 'signed in',
    staff: 'linked by staff'
  } as Record<string, string>
}
