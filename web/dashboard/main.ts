// The words first: whatever else there is may keep them from the moment it is loaded.
import '../ui/tokens.css';
import '../ui/base.css';
import { speakDashboard } from '../words/dashboard';
import { chosenLanguage } from './language';
import { followTheme } from './theme';

followTheme();
void speakDashboard(chosenLanguage.value).then(() => import('./start'));
