// The words first, as in dashboard/main.ts.
import '../ui/tokens.css';
import '../ui/base.css';
import { speakWidget } from '../words/widget';
import './host';

void speakWidget('auto').then(() => import('./start'));
