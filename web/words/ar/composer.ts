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
  filesOffline: 'تحتاج الملفات إلى اتصال. يبقى النص محفوظًا إلى أن يعود.',
  fileIsComing: 'لا يزال أحد الملفات قيد الرفع.',
};
