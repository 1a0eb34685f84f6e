import type { Entry, EntryOf, Surface } from '@segue/sdk'

/** Without its number, which the relay gives. */
export type Draft = Entry extends infer One ? (One extends Entry ? Omit<One, 'seq'> : never) : never

export const WEB: Surface = { account: 'web', network: 'web' }
export const WHATSAPP: Surface = { account: 'whatsapp', network: 'whatsapp' }
export const SMS: Surface = { account: 'sms', network: 'sms' }

const MINUTE = 60_000
const ENGLISH = {
  question: 'Hello! Is the blue mug in stock, and could it be here before Friday?',
  more: 'It is a present.',
  answer: 'Hello! It is, seven of them. Ordered today it is with you on Thursday.',
  wrap: 'Shall I have it wrapped?',
  yes: 'Yes please, in *brown paper* if you have it.',
  done: 'Done. Your order is at https://shop.example/orders/4711',
  thanks: 'Thank you!',
  onPhone: 'I am on the bus now. Can it be picked up instead?',
  ofCourse: 'Of course. It waits for you from noon.',
  which: 'Which glaze do you like best?',
  look: 'These three are close to what you describe.',
  whom: 'Whom shall we write to when it is back?'
}
const ARABIC: typeof ENGLISH = {
  question: 'مرحبًا! هل الكوب الأزرق متوفر، وهل يصل قبل يوم الجمعة؟',
  more: 'إنه هدية.',
  answer: 'مرحبًا! نعم، لدينا سبعة منه. إذا طلبته اليوم يصلك يوم الخميس.',
  wrap: 'هل أغلّفه لك؟',
  yes: 'نعم من فضلك، *بورق بني* إن وُجد.',
  done: 'تم. طلبك هنا: https://shop.example/orders/4711',
  thanks: 'شكرًا لك!',
  onPhone: 'أنا في الحافلة الآن. هل يمكنني استلامه بنفسي؟',
  ofCourse: 'بالطبع. سيكون في انتظارك من الظهر.',
  which: 'أي طلاء يعجبك أكثر؟',
  look: 'هذه الثلاثة قريبة مما تصفه.',
  whom: 'إلى من نكتب عندما يتوفر؟'
}

/** What is said in the scenes, and the entries it is said in. */
export function createTalk(language: string) {
  const words = language === 'ar' ? ARABIC : ENGLISH
  const now = Date.now()
  let messages = 0

  const message = (
    from: EntryOf<'message'>['from'],
    text: string,
    more: Partial<EntryOf<'message'>> & { ago?: number } = {}
  ): Draft => {
    const { ago = 1, ...rest } = more
    const id = `m${++messages}`
    return { type: 'message', id, at: now - ago * MINUTE, from, text, on: WEB, ...rest }
  }

  return {
    words,
    /** The visitor, so many minutes ago. */
    asked: (text: string, more?: Parameters<typeof message>[2]) => message('visitor', text, more),
    /** Astrid, who works there. */
    answered: (text: string, more?: Parameters<typeof message>[2]) =>
      message('agent', text, { name: 'Astrid', ...more }),
    /** The relay by itself. */
    told: (text: string, more?: Parameters<typeof message>[2]) => message('system', text, more),
    seen: (
      by: 'visitor' | 'agent',
      upTo: number,
      status: 'delivered' | 'read' = 'read'
    ): Draft => ({
      ...{ type: 'seen', at: now, by, upTo, status }
    }),
    linked: (on = WHATSAPP): Draft => ({
      ...{ type: 'link', at: now, id: 'link-1', on, status: 'linked', proof: 'code' },
      display: '+46 •••• 0001'
    }),
    mirrored: (shown: boolean, on = WHATSAPP): Draft => ({
      ...{ type: 'mirror', at: now, link: 'link-1', on, shown, by: 'phone' }
    }),
    offered: (to = WHATSAPP): Draft => ({
      ...{ type: 'handoff', at: now, id: 'handoff-1', to, status: 'offered' },
      ...{ by: 'agent', way: 'code' }
    }),
    ended: (): Draft => ({ type: 'state', at: now, state: 'closed' }),
    rated: (score: number): Draft => ({ type: 'rating', at: now, score })
  }
}

export type Talk = ReturnType<typeof createTalk>
