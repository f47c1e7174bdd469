import type { CustomerWords } from '../../customer_words';

export const customers: CustomerWords = {
  somebody: { customer: 'زائر', agent: 'موظف', supervisor: 'مشرف', admin: 'مسؤول', system: 'Wrapup' },
  rejections: {
    not_permitted: 'لا يسمح دورك بذلك.',
    unknown_conversation: 'هذه المحادثة غير موجودة، أو ليس لك أن تراها.',
    already_started: 'بدأت هذه المحادثة من قبل.',
    no_customer: 'لا يوجد هنا عميل يمكن مراسلته.',
    closed: 'هذه المحادثة مغلقة.',
    not_closed: 'هذه المحادثة لا تزال مفتوحة.',
    locked: 'هذه المحادثة مغلقة ولا تقبل رسائل جديدة.',
    no_active_session: 'انتهت الدردشة من قبل.',
    nothing_to_do: 'لا يوجد ما يُفعل: الأمر كذلك من قبل.',
    invalid_text: 'يحتوي هذا النص على رموز لا يمكن إرسالها.',
    empty: 'اكتب شيئًا أولًا.',
    too_long: 'هذا أطول من 20,000 حرف. يرجى اختصاره.',
    undo_window_open: 'أُغلقت هذه الدردشة للتو. يمكنك تقييمها بعد لحظات.',
    already_rated: 'لقد قيّمت هذه الدردشة من قبل.',
    invalid_score: 'اختر تقييمًا من واحد إلى خمسة.',
    too_many_attachments: 'لا تتسع الرسالة لأكثر من 10 ملفات.',
    unknown_attachment: 'أحد ملفات هذه الرسالة ليس على الخادم (لم يعد عليه). أرفقه مرة أخرى.',
  },
  needsConnection: 'لا يقرر هذا إلا الخادم: عليه أن ينتظر الاتصال.',
  newerClient: 'لا يفهم الخادم هذا بعد. يبقى هنا إلى أن يُحدَّث الخادم.',
  unknownReason: 'رفض الخادم ذلك.',
  notLoaded: {
    unreachable: 'تعذّر الوصول إلى الخادم. تجري محاولة أخرى…',
    forbidden: 'ليس لديك حق الوصول إلى هذا.',
    wrong: 'حدث خطأ على الخادم. تجري محاولة أخرى…',
  },
};
