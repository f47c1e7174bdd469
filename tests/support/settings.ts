// What an admin decides, sent as the dashboard sends it.
import type { Agent } from './people';

async function ask(admin: Agent, path: string, body?: unknown): Promise<unknown> {
  return admin.page.evaluate(
    async ([where, sent]) => {
      const answer = await fetch(`/api/v1/${where}`, {
        method: sent === null ? 'GET' : 'POST',
        headers: { 'X-Wrapup': '1', 'Content-Type': 'application/json' },
        ...(sent === null ? {} : { body: sent }),
      });
      if (!answer.ok) throw new Error(`${where}: ${answer.status} ${await answer.text()}`);
      return answer.status === 204 ? null : answer.json();
    },
    [path, body === undefined ? null : JSON.stringify(body)] as const,
  );
}

const site = 'sites/demo/desk';

/** Of the demo's site: the rest stays as it is. */
export async function changesDesk(admin: Agent, change: Record<string, unknown>): Promise<void> {
  const { hours, reply_time, form, away_form, rating } = (await ask(admin, site)) as Record<string, unknown>;
  await ask(admin, site, { hours, reply_time, form, away_form, rating, ...change });
}

/** What becomes of a closed chat. */
export async function changesReopening(admin: Agent, chat: { mode: string; window_ms: number }): Promise<void> {
  const { version, policy } = (await ask(admin, 'policy')) as {
    version: number;
    policy: { reopen: Record<string, unknown> };
  };
  await ask(admin, 'policy', { version, policy: { ...policy, reopen: { ...policy.reopen, chat } } });
}
