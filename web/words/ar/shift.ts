import { count } from '../count';
import type { DashboardWords } from '../dashboard';
import { plurals } from '../plural';

const many = plurals('ar');

/** In the form for one, for two, or for more than two. */
const them = (n: number, one: string, two: string, other: string) => many(n, { one, two, other });

export const shift: DashboardWords['shift'] = {
  availability: {
    title: 'توفّرك',
    all: 'متاح',
    none: 'غير متاح',
    some: (groups) => `متاح: ${groups}`,
    about: 'تحصل على عملاء جدد في ما شغّلته، في حدود سعتك.',
    take: (group) => `بدء استقبال ${group}`,
    stopTaking: (group) => `إيقاف استقبال ${group}`,
  },
  load: {
    of: (load, capacity) => (capacity === null ? count(load) : `${count(load)} من ${count(capacity)}`),
    inHand: (group, load) => `${group}: لديك ${load}`,
  },
  away: {
    told: (minutes) => {
      const unit = many(minutes, { one: 'دقيقة', two: 'دقيقتين', few: 'دقائق', other: 'دقيقة' });
      return `غبت ${count(minutes)} ${unit}، ولذلك يذهب العملاء الجدد إلى غيرك.`;
    },
    back: 'استقبال العملاء من جديد',
    stay: 'البقاء غير متاح',
  },
  next: 'العميل التالي',
  forecast: {
    wroteAgain: (subject) => `التالي على الأرجح ${subject}، وقد كتب إليك من جديد.`,
    waits: (subject, group) => `التالي على الأرجح ${subject}، وهو الأطول انتظارًا في ${group}.`,
    unavailable: 'لا يوجد عميل تالٍ: أنت غير متاح.',
    atCapacity: 'لا يوجد عميل تالٍ: لديك من المحادثات ما تسمح به سعتك.',
    nobodyWaits: 'لا يوجد عميل تالٍ على الأرجح: لا أحد ينتظر، في حدود المعروف هنا.',
  },
  routing: {
    title: 'الدردشات الجديدة، للجميع',
    ways: {
      claim: { label: 'الدردشات تنتظر من يستلمها', text: 'يستلمها من لديه وقت.' },
      push: { label: 'الدردشات توزَّع تلقائيًا', text: 'تذهب كل دردشة إلى المتاح الذي لديه أقل عدد من المحادثات.' },
    },
  },
  leaving: {
    title: (n, group) =>
      many(n, {
        one: `لديك محادثة في ${group}`,
        two: `لديك محادثتان في ${group}`,
        few: `لديك ${count(n)} محادثات في ${group}`,
        other: `لديك ${count(n)} محادثة في ${group}`,
      }),
    question: (n) =>
      them(
        n,
        'يذهب العملاء الجدد إلى غيرك من الآن. ماذا تريد أن يحدث لهذه المحادثة؟',
        'يذهب العملاء الجدد إلى غيرك من الآن. ماذا تريد أن يحدث لهاتين المحادثتين؟',
        'يذهب العملاء الجدد إلى غيرك من الآن. ماذا تريد أن يحدث لهذه المحادثات؟',
      ),
    keep: (n) => them(n, 'الاحتفاظ بها', 'الاحتفاظ بهما', 'الاحتفاظ بها'),
    giveBack: (n) => them(n, 'إعادتها إلى قائمة الانتظار', 'إعادتهما إلى قائمة الانتظار', 'إعادتها إلى قائمة الانتظار'),
  },
  replyOwed: {
    title: (customer) => `${customer} بانتظار رد`,
    question: 'لم يُردّ بعد على آخر رسالة. هل تريد إغلاق المحادثة دون رد؟',
    closeAnyway: 'إغلاق رغم ذلك',
    notNeeded: 'لا حاجة إلى رد',
    write: 'كتابة رد',
  },
  afterClosing: {
    endCloseAndNext: 'إنهاء الدردشة ثم إغلاق والتالي',
    endCloseAndList: 'إنهاء الدردشة ثم إغلاق والقائمة',
    sendCloseAndList: 'إرسال ثم إغلاق والقائمة',
  },
};
