import '../ui/tokens.css';
import '../ui/base.css';
import { speakAs } from './language';
import { draw } from './start';

// That of the site, where it has chosen one, stands in the address: it has to be known before anything is written.
void speakAs(new URLSearchParams(location.search).get('language') ?? '').then(draw);
