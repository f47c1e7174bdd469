import { describe, expect, it } from 'vitest';
import { ana, ben, theSystem, vera } from './fake_server';
import { enabled, lookingAt, open, ready, said, server, settle, start } from './world';

describe('what is on the screen', () => {
  it('is changed by a press in the same task, and confirmed later', async () => {
    const id = start('one');
    const { store } = await lookingAt(id, ana);
    expect(enabled(store, id)).not.toContain('send');

    expect(store.press(id, 'claim')).toBeNull();
    expect(store.press(id, 'send', { text: 'Hi!' })).toBeNull();
    expect(said(store, id)).toEqual(['Hello?', 'Hi! …']);
    expect(enabled(store, id)).toContain('send_and_close');
    expect(store.pending.value).toHaveLength(2);

    await settle();
    expect(said(store, id)).toEqual(['Hello?', 'Hi!']);
    expect(store.pending.value).toEqual([]);
    expect(ready(store, id).row.state).toEqual(server.state(id));
  });

  it('says why not, and queues nothing', async () => {
    const id = start('one');
    const { store, network } = await lookingAt(id, ana);
    expect(store.press(id, 'send', { text: 'Hi!' })).toBe('unowned');
    expect(store.press(id, 'claim')).toBeNull();
    expect(store.press(id, 'claim')).toBe('nothing_to_do');
    expect(store.press(id, 'send', { text: ' ' })).toBe('empty');
    expect(store.press(id, 'end_and_close')).toBe('reply_owed');
    expect(store.press('nowhere', 'claim')).toBe('unknown_conversation');
    await settle();
    expect(network.posts.flatMap(({ commands }) => commands)).toHaveLength(1);
  });

  it('does not close over a message that came while the question was on the screen', async () => {
    const id = start('one');
    const { store } = await lookingAt(id, ana);
    store.press(id, 'claim');
    await settle();
    const { seen } = ready(store, id);
    server.act(vera, id, { type: 'receive', text: 'One more thing' });
    await settle();
    expect(store.press(id, 'end_and_close', { confirmed: ['reply_owed'], seen })).toBe('unseen_message');
    expect(store.press(id, 'end_and_close', { confirmed: ['reply_owed'] })).toBeNull();
  });

  it('sends text as it can be stored', async () => {
    const id = start('one');
    const { store } = await lookingAt(id, ana);
    store.press(id, 'add_note', { text: 'cut \ud83d' });
    await settle();
    expect(said(store, id)).toEqual(['Hello?', 'cut \ufffd']);
  });
});

describe('whose it is', () => {
  const known = { id: 'known', name: 'Vera Stein' };

  it('is asked for anew once it is another customer’s', async () => {
    const id = start('one');
    const { store } = await lookingAt(id, ana);
    expect(ready(store, id).customer).toMatchObject({ id: 'vera' });
    server.customers.set(known.id, known);
    server.act(theSystem, id, { type: 'identify', customer: known.id });
    await settle();
    expect(ready(store, id).row.customer).toEqual(known);
    expect(ready(store, id).customer).toMatchObject(known);
    expect(ready(store, id).row.state).toEqual(server.state(id));
  });

  it('is right in a list, too', async () => {
    start('one');
    const { store } = await open(ana);
    store.inbox('open').value;
    await settle();
    server.customers.set(known.id, known);
    server.act(theSystem, 'one', { type: 'identify', customer: known.id });
    await settle();
    expect(store.inbox('open').value.rows.map(({ customer }) => customer)).toEqual([known]);
  });
});

describe('a refusal', () => {
  it('becomes a card that keeps the text', async () => {
    const id = start('one');
    const { store, network } = await lookingAt(id, ana);
    store.press(id, 'claim');
    await settle();
    network.faults.breakStream = () => true;
    network.breakStreams();
    server.act(ben, id, { type: 'add_note', text: 'closing' });
    server.act(ana, id, { type: 'end', if_active: true }, { type: 'close' });
    store.press(id, 'send', { text: 'The answer is 42.' });
    await settle();
    const [card] = ready(store, id).refused;
    expect(card).toMatchObject({
      code: 'closed',
      verdict: 'final',
      commands: [{ type: 'reply', text: 'The answer is 42.' }],
    });
    expect(said(store, id)).toEqual(['Hello?', 'closing']);
    store.dismiss(card?.id ?? '');
    expect(ready(store, id).refused).toEqual([]);
  });

  it('is told before the answer where the rules can tell', async () => {
    const id = start('one');
    const { store, network } = await lookingAt(id, ana);
    network.post = () => new Promise(() => {});
    store.press(id, 'claim');
    server.act(ben, id, { type: 'claim' });
    await settle();
    expect(ready(store, id).refused).toMatchObject([
      { code: 'owned_by', verdict: 'expected', detail: { owner: 'ben' } },
    ]);
  });

  it('whose answer was passed by the stream still arrives', async () => {
    const id = start('one');
    const { store, network } = await lookingAt(id, ana);
    server.act(ben, id, { type: 'claim' });
    // All this is asked for before the stream has told of Ben, and goes out together; the answer is lost.
    network.faults.loseAnswer = () => true;
    store.press(id, 'add_note', { text: 'hm' });
    store.press(id, 'claim');
    store.press(id, 'add_note', { text: 'mine?' });
    await settle(700);
    expect(said(store, id)).toEqual(['Hello?', 'hm', 'mine?']);
    expect(store.pending.value.map(({ commands }) => commands[0]?.type)).toContain('claim');
    network.faults.loseAnswer = () => false;
    await settle(20_000);
    expect(ready(store, id).refused).toMatchObject([{ code: 'owned_by', verdict: 'final' }]);
    expect(store.pending.value).toEqual([]);
  });
});

describe('a visitor', () => {
  it('starts a conversation that is there at once', async () => {
    const { store } = await open(vera);
    const id = store.startConversation('Do you ship to Norway?');
    expect(said(store, id)).toEqual(['Do you ship to Norway? …']);
    await settle();
    expect(said(store, id)).toEqual(['Do you ship to Norway?']);
    expect(store.inbox('own').value.loading).toBe(true);
    await settle();
    expect(store.inbox('own').value.rows.map(({ conversation }) => conversation)).toEqual([id]);
  });

  it('is told that a conversation is missing that was refused, once its card is gone', async () => {
    const { store } = await open(vera);
    const id = store.startConversation(' ');
    store.conversation(id);
    await settle();
    const [card] = store.refused.value;
    expect(card).toMatchObject({ code: 'empty', verdict: 'final' });
    store.dismiss(card?.id ?? '');
    await settle();
    expect(store.conversation(id).value).toEqual({ status: 'missing', refused: [] });
  });

  it('gets what concerns them, in spite of the notes in between', async () => {
    const { store } = await open(vera);
    const id = store.startConversation('Hello?');
    await settle();
    server.act(ana, id, { type: 'claim' });
    server.act(ana, id, { type: 'add_note', text: 'a regular' });
    server.act(ana, id, { type: 'reply', text: 'Hi!' });
    await settle();
    expect(said(store, id)).toEqual(['Hello?', 'Hi!']);
    expect(store.nameOf({ role: 'agent', id: 'ana' })).toBe('Ana');
    server.act(ana, id, { type: 'end', if_active: true }, { type: 'close' });
    await settle();
    expect(store.press(id, 'send_message', { text: 'Thanks' })).toBe('locked');
    const next = store.startConversation('Thanks', id);
    await settle();
    expect(server.state(next).linked_to).toBe(id);
  });
});
