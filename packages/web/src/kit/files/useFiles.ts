import { type ClipboardEvent, type DragEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useDraft } from '../../connection/drafts.ts';
import { useSeat } from '../../connection/SeatProvider.tsx';
import { admit, isSettled, type Picked, uploadsIn } from './picked.ts';
import { sendFile } from './sendFile.ts';

/** The files of something being written. They survive a failed send and a reload, as its words do. */
export interface Files {
  readonly picked: readonly Picked[];
  /** True if all of them are on the server. */
  readonly settled: boolean;
  /** For the command; absent if there are none. */
  readonly attachments: { readonly attachments?: string[] };
  add(files: Iterable<File>): void;
  remove(key: string): void;
  /** After it was sent: the next thing begins without files. */
  forget(): void;
  /** For the form around: files may be dropped on it or pasted into it. */
  readonly takes: {
    onDragOver(e: DragEvent): void;
    onDrop(e: DragEvent): void;
    onPaste(e: ClipboardEvent): void;
  };
}

const NONE: readonly Picked[] = [];
let keys = 0;

/** `name`: what is being written, as its draft is called. */
export function useFiles(name: string): Files {
  const { door } = useSeat();
  const [kept, keep, dropKept] = useDraft<readonly Picked[]>(door, `files of ${name}`, NONE);
  const [moving, setMoving] = useState<readonly Picked[]>(NONE);
  const stops = useRef(new Map<string, AbortController>());
  const latest = useRef(kept);
  latest.current = kept;
  useEffect(() => {
    const all = stops.current;
    return () => {
      for (const stop of all.values()) stop.abort();
    };
  }, []);

  const change = useCallback((key: string, part: Partial<Picked> | undefined) => {
    setMoving((now) => (part ? now.map((p) => (p.key === key ? { ...p, ...part } : p)) : now.filter((p) => p.key !== key)));
  }, []);
  const send = async (key: string, file: File): Promise<void> => {
    const stop = new AbortController();
    stops.current.set(key, stop);
    const answer = await sendFile(door, file, (progress) => change(key, { progress }), stop.signal);
    stops.current.delete(key);
    if (stop.signal.aborted) return;
    if ('problem' in answer) return change(key, { progress: undefined, problem: answer.problem });
    change(key, undefined);
    latest.current = [...latest.current, { key, ...answer }];
    keep(latest.current);
  };
  const add = (files: Iterable<File>): void => {
    const chosen = [...files];
    const refused = admit(chosen, kept.length + moving.filter((p) => !p.problem).length);
    const fresh = chosen.map((file, i): Picked => {
      // Unique in this tab, and beside what an earlier page kept.
      const key = `${Date.now()} ${++keys}`;
      return { key, name: file.name, size: file.size, ...(refused[i] ? { problem: refused[i] } : { progress: 0 }) };
    });
    setMoving((now) => [...now.filter((p) => !p.problem), ...fresh]);
    for (const [i, p] of fresh.entries()) if (!p.problem) void send(p.key, chosen[i] as File);
  };
  const remove = (key: string): void => {
    stops.current.get(key)?.abort();
    change(key, undefined);
    latest.current = latest.current.filter((p) => p.key !== key);
    keep(latest.current);
  };
  const forget = (): void => {
    for (const stop of stops.current.values()) stop.abort();
    setMoving(NONE);
    dropKept();
  };
  const take = (e: ClipboardEvent | DragEvent, files: FileList | undefined): void => {
    if (!files || files.length === 0) return;
    e.preventDefault();
    add(files);
  };
  const picked = [...kept, ...moving];
  const uploads = uploadsIn(picked);
  return {
    picked,
    settled: isSettled(picked.filter((p) => !p.problem)),
    attachments: uploads.length > 0 ? { attachments: uploads } : {},
    add,
    remove,
    forget,
    takes: {
      onDragOver: (e) => e.dataTransfer.types.includes('Files') && e.preventDefault(),
      onDrop: (e) => take(e, e.dataTransfer.files),
      onPaste: (e) => take(e, e.clipboardData.files),
    },
  };
}
