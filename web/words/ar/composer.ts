import type { DashboardWords } from '../dashboard';

export const composer: DashboardWords['composer'] = {
  title: 'الكتابة',
  whatToWrite: 'ما تكتبه',
  tabs: { reply: 'رد', note: 'ملاحظة داخلية' },
  closed: 'أُغلقت هذه المحادثة.',
  replyTo: (customer) => `الرد على ${customer}`,
  replyPlaceholder: (customer) => `اكتب إلى ${customer}، أو اكتب / لإدراج رد جاهز`,
  notePlaceholder: 'لن يراها إلا فريقك',
  waysToSend: 'طرق أخرى للإرسال',
  insertEmoji: 'إدراج رمز تعبيري',
  canned: {
    list: 'الردود الجاهزة',
    keys: 'Enter للإدراج، Esc للإغلاق',
    unknown: { 'customer.name': 'عزيزنا العميل', 'agent.name': 'موظف الدعم', 'site.name': 'فريقنا' },
  },
  files: {
    attach: 'إرفاق ملفات',
    offline: 'تحتاج الملفات إلى اتصال. يبقى النص محفوظًا إلى أن يعود.',
    remove: (name) => `إزالة ${name}`,
    coming: (name) => `${name} قيد الرفع`,
    oneIsComing: 'لا يزال أحد الملفات قيد الرفع.',
    faults: {
      too_large: 'أكبر من 10 ميغابايت.',
      wrong_type: 'لا يمكن إرساله: لا يُقبل إلا PNG وJPEG وGIF وWebP وPDF.',
      too_many: 'زائد على الحد: أرسل أولًا ما هو موجود هنا.',
      lost: 'لم يصل: تعذّر الوصول إلى الخادم.',
      stopped: 'أُوقف رفعه.',
    },
  },
};
