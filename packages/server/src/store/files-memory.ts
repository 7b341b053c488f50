import type { FileStore, UploadRow } from './files.ts';

/** Files that are forgotten with the process. `spend` marks uploads as used. */
export function filesInMemory(sessionStands: (id: string) => boolean): FileStore & { spend(uploads: readonly string[]): void } {
  const uploads = new Map<string, UploadRow>();
  const unfinished = new Map<string, Uint8Array[]>();
  const contents = new Map<string, readonly Uint8Array[]>();
  const sum = (which: (u: UploadRow) => boolean): number => [...uploads.values()].filter(which).reduce((all, u) => all + u.size, 0);
  return {
    addPiece(body, n, bytes) {
      const pieces = unfinished.get(body) ?? [];
      pieces[n] = Uint8Array.from(bytes);
      unfinished.set(body, pieces);
    },
    dropBody: (body) => void unfinished.delete(body),
    keepUpload(upload, body) {
      contents.set(upload.content, unfinished.get(body) ?? []);
      unfinished.delete(body);
      uploads.set(upload.id, upload);
    },
    upload: (id) => uploads.get(id),
    waitingBytes: (session) => sum((u) => u.session === session && !u.used),
    fileBytes: (exercise) => sum((u) => u.exercise === exercise),
    piece: (content, n) => contents.get(content)?.[n],
    tidyFiles(madeBefore) {
      for (const u of uploads.values())
        if (!u.used && (u.madeAt < madeBefore || u.session === undefined || !sessionStands(u.session))) uploads.delete(u.id);
      const wanted = new Set([...uploads.values()].map((u) => u.content));
      for (const content of contents.keys()) if (!wanted.has(content)) contents.delete(content);
    },
    dropUnfinished: () => unfinished.clear(),
    spend(ids) {
      for (const id of ids) {
        const upload = uploads.get(id);
        if (upload) uploads.set(id, { ...upload, used: true });
      }
    },
  };
}
