// What topics are called: as whoever is signed in was told, and else as their ids read.
import { signal } from '@preact/signals';
import type { TopicId } from '../rules/types.gen';
import type { Me } from '../sync/store';

const given = signal<ReadonlyMap<TopicId, string>>(new Map());

export function learnTopicNames({ topic_names = [] }: Me): void {
  given.value = new Map(topic_names.map(({ id, name }) => [id, name]));
}

export const topicName = (topic: TopicId): string => given.value.get(topic) ?? readAsWords(topic);

/** "brewing_advice" is read as "Brewing advice". */
function readAsWords(topic: TopicId): string {
  const words = topic.replaceAll(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
