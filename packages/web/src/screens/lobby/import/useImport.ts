import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiFailure } from '../api.ts';
import { failureOf } from '../useLobby.ts';
import { importSheet, readSheet, readTemplates, sendSheet } from './api.ts';
import { type ImportedSheet, isGone, NOTHING_CHOSEN, type Reading, type Shown, type Template } from './reading.ts';
import { fitOf } from './template.ts';

type Named = Template & { readonly name: string };
/** A saved template that is in force, and how well it fits. */
export interface Fitting {
  readonly name: string;
  readonly fits: number;
  readonly of: number;
}
export interface ImportState {
  readonly file?: File | undefined;
  /** The share that is sent, 0 to 1; absent once the sheet is there. */
  readonly sent?: number | undefined;
  readonly busy: boolean;
  readonly failure?: ApiFailure | undefined;
  readonly map: Template;
  readonly reading?: Reading | undefined;
  readonly shown: Shown;
  readonly templates: readonly Named[];
  readonly fitting?: Fitting | undefined;
  readonly imported?: ImportedSheet | undefined;
}
export interface ImportActs {
  choose(file: File): void;
  /** Back to the choice of a file. */
  another(): void;
  change(map: Template): void;
  show(shown: Shown): void;
  /** Reads by a saved template; without a name, by none. */
  use(name: string | undefined): void;
  forgetTemplate(name: string): void;
  templateSaved(name: string, template: Template): void;
  importIt(): void;
}

const START: ImportState = { busy: false, map: NOTHING_CHOSEN, shown: {}, templates: [] };
/** A template that has this part of its columns in the sheet is taken by itself. */
const FITS = 0.6;

/**
 * A sheet on its way in. Each change is sent to the server, which reads the sheet anew; an answer that is late gives way to
 * that of the last change, and what was read before stays in sight meanwhile.
 */
export function useImport(): ImportState & ImportActs {
  const [state, setState] = useState<ImportState>(START);
  const now = useRef(state);
  const put = useCallback((change: Partial<ImportState>): void => {
    now.current = { ...now.current, ...change };
    setState(now.current);
  }, []);
  const sheet = useRef<string>(undefined);
  const under = useRef<AbortController>(undefined);
  useEffect(() => () => under.current?.abort(), []);

  /** Sends the file, if the server has it not or not any more, and asks. */
  const withSheet = useCallback(
    async <T>(file: File, signal: AbortSignal, ask: (id: string) => Promise<T>): Promise<T> => {
      const send = async (): Promise<string> => {
        put({ sent: 0 });
        const id = await sendSheet(file, (sent) => signal.aborted || put({ sent }), signal);
        put({ sent: undefined });
        sheet.current = id;
        return id;
      };
      if (sheet.current === undefined) return ask(await send());
      try {
        return await ask(sheet.current);
      } catch (cause) {
        if (!isGone(failureOf(cause))) throw cause;
        return ask(await send());
      }
    },
    [put],
  );

  const read = useCallback(
    async (file: File, map: Template, shown: Shown): Promise<Reading | undefined> => {
      under.current?.abort();
      const stop = new AbortController();
      under.current = stop;
      put({ busy: true, failure: undefined, map, shown });
      try {
        const reading = await withSheet(file, stop.signal, (id) => readSheet(id, map, shown, stop.signal));
        if (stop.signal.aborted) return undefined;
        put({ busy: false, reading });
        return reading;
      } catch (cause) {
        if (!stop.signal.aborted) put({ busy: false, sent: undefined, failure: failureOf(cause) });
        return undefined;
      }
    },
    [put, withSheet],
  );

  const forget = useCallback((): void => {
    sheet.current = undefined;
  }, []);
  const acts = actsOf({ now: () => now.current, put, read, withSheet, stop: () => under.current?.abort(), forget });
  return { ...state, ...acts };
}

interface Hands {
  readonly now: () => ImportState;
  readonly put: (change: Partial<ImportState>) => void;
  readonly read: (file: File, map: Template, shown: Shown) => Promise<Reading | undefined>;
  readonly withSheet: <T>(file: File, signal: AbortSignal, ask: (id: string) => Promise<T>) => Promise<T>;
  readonly stop: () => void;
  readonly forget: () => void;
}

function actsOf({ now, put, read, withSheet, stop, forget }: Hands): ImportActs {
  return {
    choose(file) {
      forget();
      put({ ...START, file });
      void (async () => {
        const [reading, templates] = await Promise.all([
          read(file, NOTHING_CHOSEN, {}),
          readTemplates(new AbortController().signal).catch(() => []),
        ]);
        put({ templates });
        if (!reading || now().file !== file) return;
        const [best] = templates
          .map((t) => ({ template: t, ...fitOf(t, reading.columns) }))
          .filter(({ fits, of }) => of > 0 && fits / of >= FITS)
          .sort((a, b) => b.fits / b.of - a.fits / a.of || b.fits - a.fits);
        if (best) this.use(best.template.name);
      })();
    },
    another() {
      stop();
      forget();
      put(START);
    },
    change(map) {
      const { file, shown } = now();
      if (file) void read(file, map, { ...shown, from: 0 });
    },
    show(shown) {
      const { file, map } = now();
      if (file) void read(file, map, shown);
    },
    use(name) {
      const { file, templates, reading, shown } = now();
      const found = templates.find((t) => t.name === name);
      put({ fitting: found && reading ? { name: found.name, ...fitOf(found, reading.columns) } : undefined });
      if (file) void read(file, found ?? NOTHING_CHOSEN, shown);
    },
    forgetTemplate(name) {
      const { fitting } = now();
      put({
        templates: now().templates.filter((t) => t.name !== name),
        ...(fitting?.name === name ? { fitting: undefined } : {}),
      });
    },
    templateSaved(name, template) {
      const others = now().templates.filter((t) => t.name.toLowerCase() !== name.toLowerCase());
      const { reading } = now();
      put({
        templates: [...others, { ...template, name }],
        ...(reading ? { fitting: { name, ...fitOf(template, reading.columns) } } : {}),
      });
    },
    importIt() {
      const { file, map } = now();
      if (!file) return;
      put({ busy: true, failure: undefined });
      const { signal } = new AbortController();
      withSheet(file, signal, (id) => importSheet(id, map)).then(
        (imported) => put({ busy: false, imported }),
        (cause: unknown) => put({ busy: false, failure: failureOf(cause) }),
      );
    },
  };
}
