import { accentOf, isColour, ownFill, type Shade, surfaces } from '../../ui/accent';
import { mix, wordsOn } from '../../ui/contrast';
import { Icon } from '../../ui/icon';
import { words as dashboard } from '../../words/dashboard';

const { look: words } = dashboard.settings;

export interface SiteLook {
  /** Null: our own. */
  colour: string | null;
  position: 'right' | 'left';
  /** Empty: the widget's own. */
  greeting: string;
  theme: 'auto' | 'light' | 'dark';
  language: string;
}

/** The launcher and a little of the panel, as visitors will see them. */
export function LookPreview({ look, logo }: { look: SiteLook; logo: string | null }) {
  const shades: Shade[] = look.theme === 'auto' ? ['light', 'dark'] : [look.theme];
  return (
    <div class="look-previews" role="img" aria-label={words.preview}>
      {shades.map((shade) => (
        <Panel key={shade} look={look} logo={logo} shade={shade} />
      ))}
    </div>
  );
}

interface PanelProps {
  look: SiteLook;
  logo: string | null;
  shade: Shade;
}

function Panel({ look, logo, shade }: PanelProps) {
  const surface = surfaces[shade];
  const { fill, on, tint } = accentOf(isColour(look.colour) ? look.colour : ownFill[shade], shade);
  const colours = {
    '--look-surface': surface,
    '--look-words': mix(surface, wordsOn(surface), 0.9),
    '--look-fill': fill,
    '--look-on': on,
    '--look-tint': tint,
  };
  return (
    <div class={`look-preview look-${look.position}`} dir="ltr" style={colours}>
      <div class="look-panel">
        {logo && <img class="look-picture" src={logo} alt="" />}
        <p class="look-greeting" dir="auto">
          {look.greeting.trim() || words.ownGreeting}
        </p>
        <p class="look-bubble" dir="auto">
          {words.sample}
        </p>
      </div>
      <span class="look-launcher">
        <Icon name="message-square" />
      </span>
    </div>
  );
}
