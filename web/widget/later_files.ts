import type { Files } from '../sync/files';

/** Where what brings files cannot be had, the server cannot be reached either. */
const unreachable: Files = { bring: async () => 'lost', fetch: async () => null, transcript: async () => null };

/** The files of whoever has this token. Many have none: what brings them is fetched with the first. */
export function laterFiles(token: string): Files {
  let files: Promise<Files> | null = null;
  const have = () => {
    files ??= import('../sync/file_transport').then(
      ({ filesOf }) => filesOf(token),
      () => {
        files = null;
        return unreachable;
      },
    );
    return files;
  };
  return {
    bring: async (...given) => (await have()).bring(...given),
    fetch: async (id) => (await have()).fetch(id),
    transcript: async (...given) => (await have()).transcript(...given),
  };
}
