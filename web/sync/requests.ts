// IndexedDB in promises, as far as database.ts needs it.

/** What a request comes to. */
export function got<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

/** The end of a transaction that goes on: it throws what has undone it. */
export function ended(tx: IDBTransaction): Promise<void> {
  return new Promise((done, failed) => {
    tx.oncomplete = () => done();
    tx.onabort = () => failed(tx.error);
  });
}

/** `make` fills a new one; `gone` is called if the browser takes it away, for good or for another tab. */
export async function opened(name: string, make: (db: IDBDatabase) => void, gone: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => make(request.result);
  const db = await got(request);
  db.onclose = gone;
  db.onversionchange = () => {
    db.close();
    gone();
  };
  return db;
}
