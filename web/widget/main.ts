// The words first, as in dashboard/main.ts.
import '../ui/tokens.css';
import '../ui/base.css';
import { allLanguages } from '../words/language';
import { speakWidget } from '../words/widget';
import './host';

// That of the site, where it has chosen one, stands in the address: it has to be known before anything is written.
const asked = new URLSearchParams(location.search).get('language');

void speakWidget(allLanguages.find((one) => one === asked) ?? 'auto').then(() => import('./start'));
