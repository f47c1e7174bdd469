import { count } from '../count';
import type { DashboardWords } from '../dashboard';

export const app: DashboardWords['app'] = {
  shared: {
    tryAgain: 'حاول مرة أخرى',
    loading: 'جارٍ التحميل…',
    cancel: 'إلغاء',
    save: 'حفظ',
    saved: 'تم الحفظ.',
    you: 'أنت',
    unassigned: 'بلا صاحب',
  },
  login: {
    title: 'تسجيل الدخول إلى Wrapup',
    email: 'البريد الإلكتروني',
    password: 'كلمة المرور',
    signIn: 'تسجيل الدخول',
    signingIn: 'جارٍ تسجيل الدخول…',
    failed: {
      unreachable: 'تعذّر الوصول إلى Wrapup. تحقق من اتصالك وحاول مرة أخرى.',
      wrong: 'البريد الإلكتروني أو كلمة المرور غير صحيحة.',
      tooMany: 'محاولات كثيرة جدًا. انتظر دقيقة ثم حاول مرة أخرى.',
      otherwise: 'لم ينجح تسجيل الدخول. حاول مرة أخرى.',
    },
  },
  starting: {
    opening: 'جارٍ فتح صندوق الوارد…',
    failed: 'تعذّر تشغيل Wrapup',
    why: 'لم يصل جزء من الصفحة. تحقق من اتصالك وحاول مرة أخرى.',
  },
  notLoaded: 'تعذّر تحميل هذه الصفحة.',
  areas: { inbox: 'صندوق الوارد', reports: 'التقارير', settings: 'الإعدادات' },
  shell: {
    skip: 'الانتقال إلى المحتوى',
    home: 'Wrapup، صندوق الوارد',
    newVersion: 'يتوفر إصدار جديد.',
    reload: 'إعادة التحميل',
    keepsNothing: 'لا يحفظ هذا المتصفح شيئًا لـ Wrapup. ما لم يُرسل بعد يضيع عند إغلاق هذه الصفحة.',
    insecure:
      'هذه الصفحة ليست على HTTPS، ولذلك لا يحفظ هذا المتصفح شيئًا لـ Wrapup. ' +
      'ما لم يُرسل بعد يضيع عند إغلاق هذه الصفحة.',
  },
  connection: {
    live: 'مباشر',
    connecting: 'جارٍ الاتصال…',
    connectingAsOf: (time) => `جارٍ الاتصال… آخر تحديث ${time}`,
    offline: 'غير متصل',
    offlineSince: (time) => `غير متصل منذ ${time}`,
    signedOut: 'سُجّل خروجك',
    notDone: (n) => `لم يُنفَّذ: ${count(n)}`,
    notSent: (n) => `لم يُرسل بعد: ${count(n)}`,
  },
  bell: { on: 'تنبيهي حين يكتب عميل', off: 'إيقاف التنبيهات' },
  user: {
    afterClosing: 'بعد الإغلاق',
    places: {
      stay: 'البقاء في المحادثة',
      next: 'الانتقال إلى العميل التالي',
      list: 'العودة إلى القائمة',
    },
    signOut: 'تسجيل الخروج',
  },
  palette: {
    question: 'ماذا تريد أن تفعل؟',
    none: 'لا شيء هنا بهذا الاسم.',
    groups: { conversation: 'هذه المحادثة', list: 'القائمة', wrapup: 'Wrapup' },
  },
  actions: {
    showView: (view) => `إظهار عرض «${view}»`,
    undo: 'التراجع عن آخر إغلاق',
    nothingToUndo: 'لا يوجد ما يمكن التراجع عنه.',
    showKeys: 'إظهار كل الاختصارات',
    lettersOff: 'إيقاف الاختصارات ذات الحرف الواحد',
    lettersOn: 'تشغيل الاختصارات ذات الحرف الواحد',
  },
  help: {
    title: 'اختصارات لوحة المفاتيح',
    palette: 'كل الأوامر بأسمائها',
    next: 'الصف التالي',
    before: 'الصف السابق',
    open: 'فتح الصف',
    select: 'تحديد الصف، ومع Shift كل الصفوف حتى هذا الصف',
    send: 'إرسال ما كُتب',
    leave: 'إلغاء التحديد، وإغلاق ما هو مفتوح',
    letters: 'الاختصارات ذات الحرف الواحد مفعّلة',
  },
};
