// Each line is refused.
void Wrapup('dance');
void Wrapup.identify('a token');
void Wrapup('set', { theme: 'pink' });
void Wrapup.on('party', () => {});
void Wrapup('on', 'unread', (text: string) => console.log(text));
