import { TextInput } from '@mantine/core';
import { type DragEvent, type FormEvent, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Choose } from '../../kit/form/Choose.tsx';
import { Icon } from '../../kit/icons.tsx';
import { ApiFailure, type ImportFault, type ImportResult, importFile } from './api.ts';
import { BackToLobby } from './BackToLobby.tsx';
import { Failure } from './Failure.tsx';
import { ImportReport, Named } from './ImportReport.tsx';
import type { Place } from './place.ts';
import { failureOf } from './useLobby.ts';

/** What the server takes; a larger file is not sent at all. */
const SHEET_BYTES = 20 * 1024 * 1024;

type State =
  | { readonly at: 'choose'; readonly failure?: ApiFailure }
  | { readonly at: 'sending'; readonly file: File; readonly sent: number }
  | { readonly at: 'done'; readonly result: ImportResult };

/** A planner's sheet becomes a scenario: choose, watch it go, read what became of every row. */
export function ImportPage({ go, imported }: { readonly go: (place: Place) => void; readonly imported: () => void }) {
  const t = useWords('lobby');
  const [state, setState] = useState<State>({ at: 'choose' });
  const send = (file: File, options: { startex: string; unit: string }): void => {
    if (file.size > SHEET_BYTES) {
      setState({ at: 'choose', failure: tooLarge(file) });
      return;
    }
    setState({ at: 'sending', file, sent: 0 });
    importFile(file, options, (sent) => setState({ at: 'sending', file, sent })).then(
      (result) => {
        setState({ at: 'done', result });
        imported();
      },
      (cause: unknown) => setState({ at: 'choose', failure: failureOf(cause) }),
    );
  };
  return (
    <main className="lb-page lb-form">
      <BackToLobby />
      <h1 className="title">{t('import.title')}</h1>
      {state.at === 'choose' && <ChooseFile failure={state.failure} send={send} />}
      {state.at === 'sending' && <Sending file={state.file} sent={state.sent} />}
      {state.at === 'done' && <ImportReport result={state.result} go={go} another={() => setState({ at: 'choose' })} />}
    </main>
  );
}

function ChooseFile({
  failure,
  send,
}: {
  readonly failure: ApiFailure | undefined;
  readonly send: (file: File, options: { startex: string; unit: string }) => void;
}) {
  const t = useWords('lobby');
  const [file, setFile] = useState<File>();
  const [startex, setStartex] = useState('');
  const [unit, setUnit] = useState('');
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    if (file) send(file, { startex: withOffset(startex), unit });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p className="read dim">{t('import.text')}</p>
      {failure && <WhyNot failure={failure} />}
      <DropZone file={file} choose={setFile} />
      <div className="lb-fields">
        <TextInput
          type="datetime-local"
          label={t('import.startex')}
          description={t('import.startexText')}
          value={startex}
          onChange={(e) => setStartex(e.currentTarget.value)}
        />
        <Choose
          title={t('import.unit')}
          data={[
            { value: '', label: t('import.unitNone') },
            { value: 'min', label: t('import.unitMin') },
            { value: 'h', label: t('import.unitH') },
          ]}
          value={unit}
          change={setUnit}
        />
      </div>
      {file && (
        <div className="row">
          <Button kind="main" type="submit">
            {t('import.go', { name: file.name })}
          </Button>
        </div>
      )}
    </form>
  );
}

/** `2027-03-02T08:00` as this browser's own zone means it: a scenario's STARTEX carries its offset. */
function withOffset(local: string): string {
  if (local === '') return '';
  const minutes = -new Date(local).getTimezoneOffset();
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

function DropZone({ file, choose }: { readonly file: File | undefined; readonly choose: (file: File) => void }) {
  const t = useWords('lobby');
  const [over, setOver] = useState(false);
  const dragOver = (e: DragEvent): void => {
    e.preventDefault();
    setOver(true);
  };
  const drop = (e: DragEvent): void => {
    e.preventDefault();
    setOver(false);
    const [dropped] = e.dataTransfer.files;
    if (dropped) choose(dropped);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one of two ways; the button inside is the other
    <div className={`lb-drop${over ? ' over' : ''}`} onDragOver={dragOver} onDragLeave={() => setOver(false)} onDrop={drop}>
      {file ? (
        <span className="row strong">
          <Icon name="check" />
          {file.name}
        </span>
      ) : (
        <span>{t('import.drop')}</span>
      )}
      <label className="btn plain">
        {t(file ? 'import.another' : 'import.choose')}
        <input
          className="unseen"
          type="file"
          accept=".xlsx,.csv"
          onChange={(e) => {
            const [chosen] = e.target.files ?? [];
            if (chosen) choose(chosen);
          }}
        />
      </label>
      <span className="small dim">{t('import.kinds')}</span>
    </div>
  );
}

function Sending({ file, sent }: { readonly file: File; readonly sent: number }) {
  const t = useWords('lobby');
  const label = sent < 1 ? t('import.sending', { name: file.name }) : t('import.reading');
  return (
    <div className="stack" role="status">
      <p className="strong">{label}</p>
      <progress className="lb-progress" aria-label={label} {...(sent < 1 ? { value: sent } : {})} />
    </div>
  );
}

/** As the server would say it, with the figure of this file. */
function tooLarge(file: File): ApiFailure {
  const mb = Math.ceil(file.size / 1024 / 1024);
  return new ApiFailure(413, 'too-large', '', {
    code: 'too-large',
    message: { en: `The file has ${mb} MB; at most 20 MB are taken.`, ko: `파일 크기가 ${mb}MB입니다. 20MB까지 가져올 수 있습니다.` },
    hint: {
      en: 'Save only the MSEL sheet as a new file, without pictures.',
      ko: '그림을 빼고 주요상황목록 시트만 새 파일로 저장하십시오.',
    },
    where: file.name,
  });
}

/** The sheet's own fault is told in its words, with what to do; anything else as any act that failed. */
function WhyNot({ failure }: { readonly failure: ApiFailure }) {
  const t = useWords('lobby');
  const text = useText();
  const fault = failure.details as Partial<ImportFault> | undefined;
  if (!fault?.message) return <Failure failure={failure} />;
  return (
    <div className="lb-failure" role="alert">
      <Icon name="warning" />
      <div>
        <p className="strong">{t('import.failed')}</p>
        <p>
          {fault.where && <code>{fault.where}</code>} {text(fault.message)}
        </p>
        <p>{text(fault.hint)}</p>
        {fault.rows && <Named rows={fault.rows} />}
      </div>
    </div>
  );
}
