import type { DashboardWords } from '../dashboard';

export const customer: DashboardWords['customer'] = {
  title: 'العميل',
  others: 'محادثات أخرى',
  noOthers: 'هذه أول محادثة معه.',
  noMessages: 'لا توجد رسائل',
  facts: {
    unverified: 'هوية غير مؤكدة',
    unverifiedWhat: 'لا شيء يثبت هويته. اسأله قبل أن تخبره بأي أمر خاص.',
    site: 'الموقع',
    page: 'الصفحة',
    referrer: 'جاء من',
    language: 'اللغة',
    time: 'الوقت لديه',
    device: 'الجهاز',
    firstSeen: 'أول ظهور',
    unknown: 'غير معروف',
  },
  notes: {
    title: 'ملاحظات عن هذا العميل',
    none: 'لا توجد بعد. يراها فريقك مع كل محادثة لهذا العميل.',
    label: 'كتابة ملاحظة عن هذا العميل',
    placeholder: 'ما الذي ينبغي أن يعرفه من بعدك؟',
    add: 'إضافة ملاحظة',
    remove: 'حذف هذه الملاحظة',
    removeNow: 'حذف',
    keep: 'إبقاء',
    notLoaded: 'لم تُحمَّل الملاحظات. هي في انتظار الاتصال.',
    notAdded: 'لم تُضف الملاحظة. لا تزال هنا.',
    full: 'توجد 100 ملاحظة من قبل. احذف واحدة أولًا.',
    notRemoved: 'لم تُحذف الملاحظة.',
  },
};
