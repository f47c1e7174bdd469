const bytesPerId = 16;

/** So many random bytes in base64url. */
export function randomText(bytes: number): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** 128 random bits as 22 characters of base64url: an id that no server has to hand out. */
export const newId = (): string => randomText(bytesPerId);
