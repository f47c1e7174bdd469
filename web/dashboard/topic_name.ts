import type { TopicId } from '../rules/types.gen';

/** "brewing_advice" is read as "Brewing advice". */
export function topicName(topic: TopicId): string {
  const words = topic.replaceAll(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
