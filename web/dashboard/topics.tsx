import { MenuButton } from '../ui/menu_button';
import { words as dashboard } from '../words/dashboard';
import { useDesk } from './context';
import type { Controls, Ready } from './controls';
import { reasonOf } from './place';
import { standing } from './places';
import { topicName } from './topic_name';
import './topics.css';

const words = dashboard.conversation.topics;

/** What the conversation is about, to be chosen in place; some teams have to, before they close. */
export function Topics({ state, controls }: { state: Ready; controls: Controls }) {
  const { store, me } = useDesk();
  const chosen = state.row.state.topics;
  const known = [...new Set([...me.policy.topics, ...chosen])];
  const row = standing(state.buttons, 'topics');
  if (!row || known.length === 0) return null;
  const isMissing = state.buttons.some(({ rejection }) => rejection === 'topic_required');
  const toggle = (topic: string) => {
    const topics = chosen.includes(topic) ? chosen.filter((one) => one !== topic) : [...chosen, topic];
    controls.run(row.button, { topics });
  };
  return (
    <div class={`topics${isMissing ? ' topics-missing' : ''}`}>
      <ul class="topics-chosen" aria-label={words.title}>
        {chosen.map((topic) => (
          <li key={topic} class="topic" dir="auto">
            {topicName(topic)}
          </li>
        ))}
      </ul>
      <MenuButton
        label={chosen.length > 0 ? words.change : isMissing ? words.chooseToClose : words.choose}
        icon="tag"
        tone="quiet"
        bare={chosen.length > 0}
        reason={reasonOf(row, state, store)}
        items={known.map((topic) => ({
          id: topic,
          label: topicName(topic),
          checked: chosen.includes(topic),
          reason: null,
          onPress: () => toggle(topic),
        }))}
      />
    </div>
  );
}
