const bytesPerId = 16;

/** 128 random bits as 22 characters of base64url: an id that no server has to hand out. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(bytesPerId));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
