import type { FileStore, Spending, UploadRow } from './files.ts';
import { PositionConflict } from './store.ts';

/** Files that are forgotten with the process. */
export function filesInMemory(sessionStands: (id: string) => boolean): FileStore & Spending {
  const uploads = new Map<string, UploadRow>();
  const unfinished = new Map<string, Uint8Array[]>();
  const contents = new Map<string, readonly Uint8Array[]>();
  const sum = (which: (u: UploadRow) => boolean): number => [...uploads.values()].filter(which).reduce((all, u) => all + u.size, 0);
  return {
    async addPiece(body, n, bytes) {
      const pieces = unfinished.get(body) ?? [];
      pieces[n] = Uint8Array.from(bytes);
      unfinished.set(body, pieces);
    },
    dropBody: async (body) => void unfinished.delete(body),
    async keepUpload(upload, body) {
      contents.set(upload.content, unfinished.get(body) ?? []);
      unfinished.delete(body);
      uploads.set(upload.id, upload);
    },
    upload: async (id) => uploads.get(id),
    waitingBytes: async (exercise, viewer) => sum((u) => u.exercise === exercise && u.viewer === viewer && !u.used),
    fileBytes: async (exercise, viewers) => sum((u) => u.exercise === exercise && u.viewer !== undefined && viewers.includes(u.viewer)),
    piece: async (content, n) => contents.get(content)?.[n],
    async tidyFiles(madeBefore) {
      for (const u of uploads.values())
        if (!u.used && (u.madeAt < madeBefore || u.session === undefined || !sessionStands(u.session))) uploads.delete(u.id);
      const wanted = new Set([...uploads.values()].map((u) => u.content));
      for (const content of contents.keys()) if (!wanted.has(content)) contents.delete(content);
      return false;
    },
    dropUnfinished: async () => unfinished.clear(),
    spend(ids) {
      const spent = ids.map((id) => uploads.get(id));
      for (const upload of spent) if (!upload) throw new PositionConflict('an upload is there no more');
      for (const upload of spent) if (upload) uploads.set(upload.id, { ...upload, used: true });
    },
    dropWaiting(exercise) {
      for (const u of uploads.values()) if (u.exercise === exercise && !u.used) uploads.delete(u.id);
    },
  };
}
