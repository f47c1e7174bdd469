import { count } from '../count';
import type { DashboardWords } from '../dashboard';
import { plurals } from '../plural';

const many = plurals('ar');

const conversations = (n: number, two: string) =>
  many(n, {
    zero: 'لا محادثات',
    one: 'محادثة واحدة',
    two,
    few: `${count(n)} محادثات`,
    other: `${count(n)} محادثة`,
  });

const rest = 'على البقية أن تنتظر الاتصال.';

const doing = (act: string) => {
  const them = (n: number) => `${act} ${conversations(n, 'محادثتين')}`;
  return {
    question: (n: number) => `${them(n)}؟`,
    nothing: `لا يوجد ما يمكن ${act}ه`,
    all: them,
    anyway: (n: number) => `${them(n)} رغم ذلك`,
    withoutWaiting: (n: number) => `${them(n)} دون التي تنتظر ردًا`,
  };
};

const said = (what: string) => (n: number) => `${what}: ${conversations(n, 'محادثتان')}.`;

export const inbox: DashboardWords['inbox'] = {
  views: {
    open: {
      label: 'المفتوحة',
      emptyTitle: 'اكتمل كل شيء',
      emptyText: 'تظهر هنا كل محادثة ليست مغلقة ولا مؤجلة.',
    },
    unassigned: {
      label: 'بلا صاحب',
      emptyTitle: 'لا أحد ينتظر',
      emptyText: 'تظهر هنا الدردشات الجديدة إلى أن يستلمها أحد.',
    },
    mine: {
      label: 'محادثاتي',
      emptyTitle: 'لا شيء لديك',
      emptyText: 'تظهر هنا المحادثات التي تستلمها.',
    },
    waiting: {
      label: 'بانتظار العميل',
      emptyTitle: 'لا ردود منتظرة',
      emptyText: 'تظهر هنا المحادثات التي رُدّ عليها وتنتظر العميل.',
    },
    snoozed: {
      label: 'المؤجلة',
      emptyTitle: 'لا شيء مؤجل',
      emptyText: 'تبقى المحادثات المؤجلة هنا إلى أن يحين وقتها أو يكتب العميل.',
    },
    closed: {
      label: 'المغلقة',
      emptyTitle: 'لم يُغلق شيء بعد',
      emptyText: 'هنا تجد المحادثات المغلقة ويمكنك إعادة فتحها.',
    },
  },
  list: {
    views: 'العروض',
    loadMore: 'تحميل المزيد',
    noneOfNewest: 'لا شيء بين الأحدث.',
    onlyHere: (n) => `${conversations(n, 'محادثتان')} مما لدى هذا المتصفح. ${rest}`,
  },
  search: {
    placeholder: 'بحث',
    all: 'البحث في كل المحادثات',
    found: (n) => (n === 0 ? 'لا نتائج' : `النتائج: ${count(n)}`),
    foundHere: (n) => `${n === 0 ? 'لا نتائج' : `النتائج: ${count(n)}`} مما لدى هذا المتصفح. ${rest}`,
  },
  filters: {
    title: 'تصفية',
    narrow: 'تصفية القائمة',
    names: { status: 'الحالة', owner: 'صاحب المحادثة', channel: 'القناة', site: 'الموقع', topic: 'الموضوع' },
    owners: { me: 'أنا', nobody: 'لا أحد' },
    any: 'الكل',
    clearAll: 'مسح الكل',
    chosen: 'عوامل التصفية',
    remove: (filter) => `إزالة عامل التصفية ${filter}`,
    nothing: 'لا شيء يطابق',
    nothingMore: 'لا توجد في هذا العرض محادثة تطابق كل عوامل التصفية.',
    clear: 'مسح عوامل التصفية',
  },
  row: {
    select: (subject) => `تحديد ${subject}`,
    ourReply: 'ردنا:',
    noMessages: 'لا رسائل بعد',
    teamNotes: 'ملاحظات الفريق',
    unanswered: 'بلا رد',
  },
  owner: { assignedTo: 'صاحب المحادثة:', you: 'أنت' },
  due: {
    at: (time) => `موعد الاستحقاق: ${time}`,
    in: (span) => `مستحق خلال ${span}`,
    late: (span) => `متأخر ${span}`,
  },
  freshness: {
    catchingUp: 'جارٍ اللحاق…',
    asOf: (time) => `آخر تحديث ${time}`,
    behind: (seconds) => `متأخر ${count(seconds)} ث`,
  },
  selection: {
    title: 'المحادثات المحددة',
    selected: (n) => `تم تحديد ${count(n)}`,
    clear: 'إلغاء التحديد',
    all: (n) => `تحديد الكل (${count(n)})`,
    matching: (n) => (n === null ? 'تحديد كل ما يطابق' : `تحديد كل ما يطابق (${count(n)})`),
    first: (n) => `تحديد أول ${count(n)}`,
    loading: (n, all) =>
      all === null ? `جارٍ التحميل… ${count(n)} حتى الآن` : `جارٍ تحميل ${count(n)} من ${count(all)}…`,
    stop: 'إيقاف',
    full: 'هذا أقصى ما يمكن دفعة واحدة.',
    failed: 'تعذّر تحميل البقية.',
  },
  bulk: {
    claim: { ...doing('استلام'), will: said('ستصبح لديك') },
    release: { ...doing('إلغاء استلام'), will: said('ستصبح بلا صاحب') },
    close: { ...doing('إغلاق'), will: said('ستُغلق') },
    ok: 'حسنًا',
    wait: said('تنتظر ردًا'),
    wont: {
      owned_by: said('لدى غيرك'),
      not_owner: said('ليست لديك'),
      closed: said('مغلقة'),
      nothing_to_do: said('كذلك من قبل'),
      unseen_message: said('فيها رسائل غير مقروءة'),
      topic_required: said('تحتاج إلى موضوع أولًا'),
      needs_connection: said('عليها أن تنتظر الاتصال'),
    },
    otherwise: said('لا يمكن ذلك'),
  },
  undo: {
    closed: (n) =>
      many(n, {
        one: 'أُغلقت المحادثة.',
        two: 'أُغلقت محادثتان.',
        few: `أُغلقت ${count(n)} محادثات.`,
        other: `أُغلقت ${count(n)} محادثة.`,
      }),
    seconds: (n) => `${count(n)} ث`,
    dismiss: 'إخفاء',
  },
  nothingSelected: {
    choose: 'اختر محادثة',
    nobody: 'لا أحد يحتاج إلى المساعدة الآن',
    nobodyMore: 'يظهر العملاء الجدد في القائمة فور أن يكتبوا.',
    unavailable: 'أنت لا تستقبل عملاء جددًا. شغّل في الأعلى ما أنت متاح له.',
    keys: '[J] و[K] للتنقل في القائمة، و[Enter] للفتح، و[G] للعميل التالي.',
  },
};
