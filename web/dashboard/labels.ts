import type { ButtonId } from '../rules/types.gen';
import { labels, type Preset } from '../rules/words';
import { choice } from '../ui/preference';

export const labelPreset = choice<Preset>('labels', ['long', 'short']);

/** What a button is called in this browser. */
export const labelOf = (button: ButtonId): string => labels[button][labelPreset.value];
