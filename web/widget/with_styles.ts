const coming = new Map<string, Promise<unknown>>();

/**
 * A part of the panel that is fetched when it is needed, and its styles before it is seen. In the place of what Vite would
 * put there, which is five times as large for what a page of many parts needs. `styles`: addresses below the root.
 */
export async function withStyles<Part>(load: () => Promise<Part>, styles: readonly string[] = []): Promise<Part> {
  const [part] = await Promise.all([load(), ...styles.map(style)]);
  return part;
}

function style(address: string): Promise<unknown> {
  const known = coming.get(address);
  if (known) return known;
  const link = document.createElement('link');
  const come = new Promise((done, failed) => {
    link.onload = done;
    link.onerror = failed;
  });
  link.rel = 'stylesheet';
  link.href = `/${address}`;
  document.head.append(link);
  coming.set(address, come);
  // The next time it is asked for again.
  come.catch(() => {
    link.remove();
    coming.delete(address);
  });
  return come;
}
