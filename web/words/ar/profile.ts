// What people change about themselves.
import { count } from '../count';
import type { DashboardWords } from '../dashboard';
import { plurals } from '../plural';

const many = plurals('ar');

export const profile: DashboardWords['settings']['profile'] = {
  title: 'الملف الشخصي',
  lead: 'من أنت لدى زملائك وعملائك، وكيف يعمل Wrapup في هذا المتصفح.',
  nameHint: 'يراه الزملاء، ويراه العملاء إذا كانت السياسة تُظهر من يرد عليهم.',
  saveName: 'حفظ الاسم',
  password: 'كلمة المرور',
  current: 'كلمة المرور الحالية',
  next: 'كلمة المرور الجديدة',
  nextHint: '10 أحرف على الأقل. يُسجَّل خروجك من كل مكان آخر.',
  savePassword: 'تغيير كلمة المرور',
  passwordSaved: 'تم التغيير. سُجّل خروجك من كل مكان آخر.',
  secondFactor: {
    title: 'العامل الثاني',
    lead: 'إلى جانب كلمة المرور، تسجّل الدخول برمز يعرضه هاتفك.',
    isOn: 'مفعَّل',
    codesLeft: (n) =>
      many(n, {
        zero: 'لم يبقَ أي رمز استرداد',
        one: 'بقي رمز استرداد واحد',
        two: 'بقي رمزا استرداد',
        few: `بقيت ${count(n)} رموز استرداد`,
        many: `بقي ${count(n)} رمز استرداد`,
        other: `بقي ${count(n)} رمز استرداد`,
      }),
    putOn: 'تفعيل',
    renew: 'الإعداد من جديد',
    takeOff: 'إيقاف',
    goOn: 'متابعة',
    scan: 'امسح هذا بتطبيق المصادقة، أو اكتب فيه الأحرف أدناه.',
    qr: 'رمز QR لتطبيق المصادقة',
    copySecret: 'نسخ الأحرف',
    code: 'الرمز',
    codeHint: 'الأرقام الستة التي يعرضها الآن.',
    recovery: 'رموز الاسترداد',
    recoveryLead: 'يعمل كل منها مرة واحدة إذا فقدت هاتفك. لن تظهر مرة أخرى: احفظها في مكان آمن.',
    copyCodes: 'نسخ الرموز',
    kept: 'حفظتها',
  },
  logins: {
    title: 'أين سجّلت الدخول',
    lead: 'سجّل الخروج مما لا تعرفه، وغيّر كلمة المرور.',
    here: 'هنا',
    unknown: 'متصفح',
    seen: (time) => `آخر استعمال ${time}`,
    end: 'تسجيل الخروج',
    endAll: 'تسجيل الخروج من كل مكان',
  },
  browser: 'هذا المتصفح',
  browserLead: 'يُحفظ على هذا الجهاز فقط.',
  language: 'اللغة',
  browserLanguage: 'لغة هذا المتصفح',
  theme: 'المظهر',
  themes: { system: 'حسب النظام', light: 'فاتح', dark: 'داكن' },
  labels: 'أسماء الأزرار',
  presets: {
    long: (example) => `طويلة: «${example}»`,
    short: (example) => `قصيرة: «${example}»`,
  },
  keysHint: 'يتنقل J وK في القائمة، ويستلم C المحادثة. اضغط ? لعرضها كلها.',
  alertsHint: 'بصوت، وعلى سطح المكتب حيث يسمح المتصفح بذلك.',
};
