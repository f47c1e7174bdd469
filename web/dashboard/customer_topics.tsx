import type { Row } from '../sync/store';
import { count } from '../words/count';
import { words } from '../words/dashboard';
import { topicName } from './topic_name';

/** What this customer comes for: the topics of all the conversations that are known, the most frequent first. */
export function CustomerTopics({ here, others }: { here: readonly string[]; others: readonly Row[] }) {
  const counts = new Map<string, number>();
  for (const topic of [...here, ...others.flatMap(({ state }) => state.topics)])
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const topics = [...counts].sort(([, a], [, b]) => b - a);
  if (topics.length === 0) return null;
  return (
    <>
      <h3>{words.conversation.topics.title}</h3>
      <ul class="customer-topics">
        {topics.map(([topic, times]) => (
          <li key={topic} class="topic">
            <bdi>{topicName(topic)}</bdi>
            {times > 1 && ` × ${count(times)}`}
          </li>
        ))}
      </ul>
    </>
  );
}
