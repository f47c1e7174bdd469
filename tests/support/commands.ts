// What somebody whom the server knows asks of it without the page: much of it, and quickly.
import { randomBytes } from 'node:crypto';
import type { Frame, Page } from 'playwright-core';

export interface Asked {
  conversation: string;
  steps: readonly Record<string, unknown>[];
}

export const newId = () => randomBytes(16).toString('base64url');

/** Throws unless the server did all of it. Who is no agent says by a header who they are. */
export async function asks(within: Page | Frame, asked: readonly Asked[], who: Record<string, string> = {}) {
  const codes = await within.evaluate(
    async ({ client, all, who }) => {
      const { epoch, rules_id, position } = await (await fetch('/api/v1/me', { headers: who })).json();
      const found: string[] = [];
      for (let from = 0; from < all.length; from += 100) {
        const commands = all
          .slice(from, from + 100)
          .map((one, at) => ({ n: from + at + 1, seen: 1e6, confirmed: ['reply_owed'], at: 0, ...one }));
        const answer = await fetch('/api/v1/commands', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Wrapup': '1', ...who },
          body: JSON.stringify({ client, epoch, rules_id, after: position, ack: 0, commands }),
        });
        const { patch } = await answer.json();
        found.push(...patch.outcomes.map(({ code }: { code: string }) => code));
      }
      return found;
    },
    { client: newId(), all: [...asked], who },
  );
  const refused = codes.filter((code) => code !== 'ok');
  if (codes.length !== asked.length || refused.length > 0)
    throw new Error(`${asked.length - codes.length} unanswered, refused: ${[...new Set(refused)]}`);
}
