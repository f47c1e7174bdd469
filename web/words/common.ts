// What the parts say that both pages are made of.
import { en } from './en/common';

export type CommonWords = typeof en;

export let common: CommonWords = en;

export function speakCommon(words: CommonWords): void {
  common = words;
}
