import type { CommonWords } from '../common';

export const ar: CommonWords = {
  close: 'إغلاق',
  file: {
    download: (name) => `تنزيل ${name}`,
    show: (name) => `عرض ${name} أكبر`,
    play: (name) => `تشغيل ${name}`,
    failed: 'لا يمكن تحميله الآن.',
  },
  time: { now: 'الآن', today: 'اليوم', yesterday: 'أمس' },
};
