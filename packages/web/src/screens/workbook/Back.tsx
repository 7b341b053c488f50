import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import type { ApiFailure } from '../lobby/api.ts';
import { failureOf } from '../lobby/useLobby.ts';
import type { Compared } from './compared.ts';
import { Differences } from './Differences.tsx';
import type { WorkbookPlace } from './place.ts';
import { WhyNot } from './WhyNot.tsx';

type State =
  | { readonly at: 'choose'; readonly failure?: ApiFailure }
  | { readonly at: 'reading'; readonly file: File }
  | { readonly at: 'compared'; readonly file: File; readonly compared: Compared };

/** A workbook that comes back: chosen, compared, refused with the reason, or shown row by row. */
export function Back({ place }: { readonly place: WorkbookPlace }) {
  const t = useWords('workbook');
  const [state, setState] = useState<State>({ at: 'choose' });
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const read = (file: File): void => {
    stop.current?.abort();
    const own = new AbortController();
    stop.current = own;
    setState({ at: 'reading', file });
    place.compare(file, own.signal).then(
      (compared) => own.signal.aborted || setState({ at: 'compared', file, compared }),
      (cause: unknown) => own.signal.aborted || setState({ at: 'choose', failure: failureOf(cause) }),
    );
  };
  if (state.at === 'reading')
    return (
      <div className="wb-reading" role="status">
        <p>{t('back.reading', { name: state.file.name })}</p>
        <progress className="wb-progress" aria-label={t('back.reading', { name: state.file.name })} />
        <Button
          size="small"
          onClick={() => {
            stop.current?.abort();
            setState({ at: 'choose' });
          }}
        >
          {t('back.cancel')}
        </Button>
      </div>
    );
  return (
    <>
      {state.at === 'choose' && state.failure && <WhyNot failure={state.failure} />}
      <div className="wb-choose">
        <FileButton choose={read} words={t(state.at === 'compared' ? 'back.another' : 'back.choose')} />
        {state.at === 'compared' && (
          <>
            <span className="cut">{state.file.name}</span>
            <Button size="small" onClick={() => read(state.file)}>
              {t('back.again')}
            </Button>
          </>
        )}
      </div>
      {state.at === 'compared' && (
        <Differences key={state.file.name} place={place} compared={state.compared} again={() => read(state.file)} />
      )}
    </>
  );
}

function FileButton({ choose, words }: { readonly choose: (file: File) => void; readonly words: string }) {
  return (
    <label className="btn plain normal wb-file">
      {words}
      <input
        className="unseen"
        type="file"
        accept=".xlsx"
        onChange={(e) => {
          const [file] = e.target.files ?? [];
          // The same file chosen again is read again: it may have been saved meanwhile.
          e.target.value = '';
          if (file) choose(file);
        }}
      />
    </label>
  );
}
