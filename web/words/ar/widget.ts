import { ar as rules } from '../../rules/words/ar';
import { count } from '../count';
import type { Catalogue } from '../speak';
import type { WidgetWords } from '../widget';
import { ar as common } from './common';

const page: WidgetWords = {
  greeting: 'كيف يمكننا مساعدتك؟',
  greetingMore: 'أرسل إلينا رسالة. سيقرؤها أحد موظفينا ويرد عليك هنا.',
  anew: 'محادثة جديدة',
  anewMore: 'هي مرتبطة بالمحادثة السابقة، فلا حاجة إلى تكرار كل شيء.',
  placeholder: 'اكتب رسالة…',
  send: 'إرسال',
  minimise: 'تصغير الدردشة',
  keepChatting: 'متابعة الدردشة',
  endQuestion: 'إنهاء هذه الدردشة؟',
  startNew: 'بدء محادثة جديدة',
  startNewWithThis: 'بدء محادثة جديدة بها',
  discard: 'تجاهل',
  noMore: 'لم يعد ممكنًا إرسال رسائل هنا.',
  keptDraft: 'ما كتبته محفوظ:',
  previous: 'محادثة سابقة',
  sending: 'جارٍ الإرسال…',
  sent: 'أُرسلت',
  seen: 'قُرئت',
  newMessages: 'رسائل جديدة',
  notDelivered: 'لم تُسلَّم',
  loading: 'جارٍ تحميل المحادثة…',
  messages: 'الرسائل',
  isWriting: (who) => `${who} يكتب…`,
  joined: (who) => `انضم ${who}`,
  left: (who) => `غادر ${who}`,
  ended: (who) => (who === null ? 'أنهيتَ الدردشة' : `أنهى ${who} الدردشة`),
  closed: (who) => (who === null ? 'أغلقتَ هذه الدردشة.' : `أغلق ${who} هذه الدردشة.`),
  reopened: (who) => (who === null ? 'أعدتَ فتح الدردشة' : `أعاد ${who} فتح الدردشة`),
  rated: (score) => `قيّمت هذه الدردشة بـ ${count(score)} من ${count(5)}. شكرًا لك.`,
  soon: 'سنكون معك بعد لحظات',
  isClosed: 'هذه الدردشة مغلقة',
  offline: 'لا يوجد اتصال. تجري إعادة المحاولة…',
  offlineKept: 'لا يوجد اتصال. رسالتك محفوظة.',
};

export const catalogue: Catalogue<WidgetWords> = { rules, common, page };
