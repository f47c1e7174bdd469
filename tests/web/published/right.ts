// A page in TypeScript, with nothing but what the server publishes.
async function greet(): Promise<void> {
  const off = await Wrapup.on('unread', (count) => console.log(count.toFixed(0)));
  await Wrapup('on', 'state', ({ phase, queuePosition }) => {
    if (phase === 'queued' && queuePosition !== null) console.log(queuePosition + 1);
  });
  await Wrapup('on', 'message', ({ conversation, at }) => console.log(conversation, new Date(at)));
  await Wrapup.identify({ token: 'signed.by.you' });
  await Wrapup('set', { locale: 'de', theme: 'auto', attributes: { plan: 'gold' } });
  if (await Wrapup.can('newConversation')) await Wrapup('newConversation', 'Hello');
  const { open }: WrapupState = await window.Wrapup.state();
  if (open) await Wrapup('close');
  off();
}

void greet();
