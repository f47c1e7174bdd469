import { count } from '../count';
import type { DashboardWords } from '../dashboard';
import type { Who } from '../who';

/** The verb stands before whoever did it, and in a form of its own for the reader. */
const did = ({ name, you }: Who, yours: string, theirs: string) => (you ? yours : `${theirs} ${name}`);

export const conversation: DashboardWords['conversation'] = {
  pane: {
    loading: 'جارٍ تحميل المحادثة…',
    missing: 'هذه المحادثة غير موجودة',
    missingMore: 'أو أنها تخص موقعًا ليس من مواقعك.',
    failed: 'لم تُحمَّل هذه المحادثة',
    backToList: 'العودة إلى القائمة',
    backToInbox: 'العودة إلى صندوق الوارد',
    dismiss: 'إخفاء',
  },
  header: {
    unconfirmed: 'غير مؤكدة بعد',
    more: 'المزيد لهذه المحادثة',
    aboutCustomer: 'عن العميل',
  },
  actions: { reply: 'كتابة رد', note: 'كتابة ملاحظة داخلية' },
  transcript: {
    title: 'نص المحادثة',
    isWriting: (who) => `${who} يكتب…`,
    newBelow: 'جديد في الأسفل',
    note: 'ملاحظة داخلية · لا يراها إلا فريقك',
    kept: 'لم يُرسل بعد',
    sending: 'جارٍ الإرسال…',
    sent: 'أُرسلت',
    seen: 'قُرئت',
    meanwhile: 'وصلت أثناء كتابة الرد',
  },
  events: {
    started: (who) => `${did(who, 'بدأتَ', 'بدأ')} هذه المحادثة`,
    continued: (who) => `${did(who, 'تابعتَ', 'تابع')} هنا محادثة سابقة`,
    session_started: (who) => `${did(who, 'بدأتَ', 'بدأ')} الدردشة`,
    claimed: (who) => `${did(who, 'استلمتَ', 'استلم')} هذه المحادثة`,
    released: (who) => `${did(who, 'ألغيتَ', 'ألغى')} استلام هذه المحادثة`,
    assigned: (who, to) => `${did(who, 'حوّلتَ', 'حوّل')} هذه المحادثة ${to.you ? 'إليك' : `إلى ${to.name}`}`,
    marked_no_reply_needed: (who) => `${did(who, 'أشرتَ', 'أشار')} إلى أنه لا حاجة إلى رد`,
    session_ended: (who) => `${did(who, 'أنهيتَ', 'أنهى')} الدردشة`,
    closed: (who) => `${did(who, 'أغلقتَ', 'أغلق')} هذه المحادثة`,
    reopened: (who) => `${did(who, 'أعدتَ', 'أعاد')} فتح هذه المحادثة`,
    close_undone: (who) => `${did(who, 'تراجعتَ', 'تراجع')} عن الإغلاق`,
    snoozed: (who, until) =>
      `${did(who, 'أجّلتَ', 'أجّل')} هذه المحادثة ${until === null ? 'إلى أن يكتب العميل' : `حتى ${until}`}`,
    woken: (who) => `${did(who, 'أعدتَ', 'أعاد')} هذه المحادثة`,
    topics_set: (who, topics) =>
      topics === null ? `${did(who, 'أزلتَ', 'أزال')} كل المواضيع` : `${did(who, 'حدّدتَ', 'حدّد')} المواضيع: ${topics}`,
    marked_read: (who) => `${did(who, 'قرأتَ', 'قرأ')} هذه المحادثة`,
    customer_left: () => 'غادر العميل الصفحة',
    customer_returned: () => 'عاد العميل',
    rated: ({ name }, score, text) =>
      `قيّم ${name} هذه المحادثة بـ ${count(score)} من ${count(5)}${text === null ? '' : `: «${text}»`}`,
    identified: () => 'سجّل الموقع دخول العميل',
  },
  handOver: {
    nobody: 'لا يعمل أحد غيرك في هذا الموقع.',
    takes: 'متاح',
    full: 'بلغ سعته',
    away: 'غير متاح',
  },
  history: {
    title: 'السجل',
    notLoaded: 'السجل في انتظار الاتصال.',
    moment: 'اللحظة',
    place: (nth, all) => `${count(nth)} من ${count(all)}`,
    placeHeard: (nth, all, when) => `${count(nth)} من ${count(all)}، ${when}`,
    assignedTo: (owner) => `لدى ${owner}`,
    allowed: 'نعم',
  },
  topics: {
    title: 'المواضيع',
    choose: 'اختيار موضوع',
    chooseToClose: 'اختيار موضوع للإغلاق',
    change: 'تغيير المواضيع',
  },
  refused: {
    notYet: (why) => `لم يُرسل هذا بعد، وسيُرفض. ${why}`,
    sendAgain: 'إعادة الإرسال',
    reopenAndSend: 'إعادة الفتح والإرسال',
    addAgain: 'إضافتها مرة أخرى',
    keepAsNote: 'حفظها كملاحظة',
    copy: 'نسخ النص',
    discard: 'تجاهل',
  },
};
