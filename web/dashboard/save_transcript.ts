import { language } from '../words/language';

/** Has the browser save what was said as a text, notes included, under the name that the server gives it. */
export function saveTranscript(conversation: string): void {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const link = document.createElement('a');
  link.href = `/api/v1/conversations/${conversation}/transcript?${new URLSearchParams({ language, time_zone: timeZone })}`;
  link.download = '';
  link.click();
}
