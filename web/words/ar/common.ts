import type { CommonWords } from '../common';

export const ar: CommonWords = {
  close: 'إغلاق',
  file: {
    download: (name) => `تنزيل ${name}`,
    show: (name) => `عرض ${name} أكبر`,
    play: (name) => `تشغيل ${name}`,
    failed: 'لا يمكن تحميله الآن.',
  },
  attach: {
    attach: 'إرفاق ملفات',
    remove: (name) => `إزالة ${name}`,
    coming: (name) => `${name} قيد الرفع`,
    again: 'إعادة المحاولة',
    faults: {
      too_large: (most) => `أكبر من \u2068${most}\u2069.`,
      wrong_type: () => 'لا يمكن إرساله: لا يُقبل إلا PNG وJPEG وGIF وWebP وPDF.',
      too_many: () => 'زائد على الحد: أرسل أولًا ما هو موجود هنا.',
      lost: () => 'لم يصل: تعذّر الوصول إلى الخادم.',
      stopped: () => 'أُوقف رفعه.',
    },
  },
  time: { now: 'الآن', today: 'اليوم', yesterday: 'أمس' },
};
