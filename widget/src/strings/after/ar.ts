import type { AfterTexts } from '../words.ts'

export const ar: AfterTexts = {
  rating: {
    question: 'كيف كانت تجربتك معنا؟',
    awful: 'سيئة جدًا',
    bad: 'سيئة',
    fair: 'مقبولة',
    good: 'جيدة',
    great: 'ممتازة',
    comment: 'هل تودّ إخبارنا بالمزيد؟',
    send: 'إرسال',
    thanks: 'شكرًا لك، هذا يساعدنا.'
  },
  transcript: {
    ask: 'الحصول على نسخة بالبريد الإلكتروني',
    email: 'بريدك الإلكتروني',
    send: 'إرسال',
    sent: 'نسخة في طريقها إلى {email}.',
    unread: 'لا يمكننا قراءة هذا العنوان. تحقّق منه مرة أخرى.'
  },
  push: {
    ask: 'أخبرني عند وصول رد',
    on: 'سيخبرك هذا المتصفح عند وصول رد.',
    stop: 'التوقف عن إخباري',
    denied: 'لم يسمح متصفحك بذلك.'
  }
}
