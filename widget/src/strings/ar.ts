import type { Texts } from './words.ts'

/** Everything the widget says, in Arabic, written from right to left. Buttons are verbal nouns: they address nobody's gender. */
export const ar: Texts = {
  chat: 'الدردشة',
  chatWith: 'الدردشة مع {site}',
  openChat: 'فتح الدردشة',
  closeChat: 'إغلاق الدردشة',
  usuallyReplies: 'نرد عادةً خلال بضع دقائق',
  repliesWithin: 'وقت الرد المعتاد: {time}',
  reconnecting: 'جارٍ إعادة الاتصال. ما تكتبه محفوظ وسيُرسل.',
  back: 'العودة إلى الدردشة',

  closedNow: 'نحن خارج ساعات العمل الآن',
  backToday: 'نعود الساعة {time}',
  backTomorrow: 'نعود غدًا الساعة {time}',
  backOn: 'نعود يوم {day} الساعة {time}',
  leaveMessage: 'يمكنك ترك رسالة، وسنرد فور عودتنا.',
  answerOnPhone: 'استلام الرد على الهاتف',

  messages: 'الرسائل',
  today: 'اليوم',
  yesterday: 'أمس',
  you: 'أنت',
  via: 'عبر {network}',
  sending: 'قيد الإرسال',
  sent: 'أُرسلت',
  delivered: 'وصلت',
  read: 'قُرئت',
  failed: 'لم تُرسل',
  tooLong: 'الرسالة أطول من أن تُرسل. يمكن تقسيمها إلى رسالتين.',
  tryAgain: 'إعادة المحاولة',
  remove: 'حذف',
  typing: '{name} يكتب الآن',
  someone: 'أحد أفراد الفريق',
  edited: 'عُدّلت',
  removed: 'سُحبت هذه الرسالة',
  newMessages: {
    zero: 'لا رسائل جديدة',
    one: 'رسالة جديدة واحدة',
    two: 'رسالتان جديدتان',
    few: '{count} رسائل جديدة',
    many: '{count} رسالة جديدة',
    other: '{count} رسالة جديدة'
  },
  earlier: 'رسائل سابقة',
  greeting: 'مرحبًا. كيف يمكننا مساعدتك؟',
  opensInNewTab: 'يُفتح في علامة تبويب جديدة',

  writeMessage: 'اكتب رسالة',
  send: 'إرسال',

  note: {
    linked: 'تستمر الدردشة عبر {network}',
    unlinked: 'لم تعد الدردشة مستمرة عبر {network}',
    returned: 'أهلًا بعودتك. ما كُتب على الهاتف موجود هنا.',
    shown: 'ما يُكتب عبر {network} يظهر هنا أيضًا',
    notShown: 'ما يُكتب عبر {network} لا يظهر هنا',
    texted: 'أرسلنا رسالة نصية إلى هاتفك. يكفي الرد عليها للمتابعة هناك.',
    joined: '{name} معك الآن',
    closed: 'انتهت الدردشة. اكتب رسالة لفتحها من جديد.'
  },

  networkName: { whatsapp: 'واتساب', sms: 'الرسائل النصية', other: '{network}' },
  continueOnPhone: 'المتابعة على الهاتف',
  continueOn: 'المتابعة عبر {network}',
  takeItWithYou: 'خذ الدردشة معك. كل ما كُتب هنا ينتقل معها.',
  offered: 'هل نتابع عبر {network}؟',
  whatHappens: {
    sms: 'ستُفتح الرسائل النصية وفيها رسالة جاهزة. أرسلها لتستمر الدردشة هناك. لا يرى رقمك وما تكتبه سوى {site}.',
    other:
      'سيُفتح {network} وفيه رسالة جاهزة. أرسلها لتستمر الدردشة هناك. لا يرى رقمك وما تكتبه سوى {site}.'
  },
  openApp: 'فتح {network}',
  scan: 'امسح الرمز بهاتفك',
  showQr: 'استخدام هاتف آخر',
  number: 'الرقم',
  code: 'الرمز',
  copy: 'نسخ',
  copied: 'تم النسخ',
  oneMoment: 'لحظة من فضلك',
  waiting: 'بانتظار رسالتك…',
  finishByHand: 'لا توجد رسالة جاهزة؟ أرسل الرمز إلى الرقم بنفسك.',
  codeExpired: 'انتهت صلاحية الرمز.',
  newCode: 'الحصول على رمز جديد',
  handoffFailed: 'تعذّر الوصول إلى الدردشة. تحقق من الاتصال ثم حاول مرة أخرى.',
  handoffLimited: 'محاولات كثيرة في وقت قصير. انتظر بضع دقائق ثم حاول مرة أخرى.',
  orByNumber: 'أو اكتب رقمك لنرسل إليك رسالة نصية',
  textMe: 'إرسال رسالة',
  numberConsent:
    'بالضغط على الزر توافق على أن ترسل {site} رسالة نصية إلى هذا الرقم. لن يُرسل غيرها ما لم ترد عليها.',
  badNumber: 'تعذّرت قراءة الرقم. ابدأ برمز البلد، مثل \u2066+971 50 123 4567\u2069.',
  textedNumber: 'أرسلنا رسالة نصية إلى \u2066{number}\u2069. يكفي الرد عليها لتستمر الدردشة هناك.',
  linkedBody: 'يمكنك مغادرة الصفحة متى شئت. لن يضيع شيء.',
  notShownYet: 'ما يُكتب هناك لن يظهر هنا حتى توافق على ذلك من الهاتف.',
  notShown: 'ما يُكتب هناك لا يظهر هنا.',
  shownHere: 'ما يُكتب هناك يظهر هنا أيضًا.',
  stopShowing: 'إيقاف العرض هنا'
}
