import { type DragEvent, useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { ApiFailure, type ImportFault } from '../api.ts';
import { Failure } from '../Failure.tsx';
import { Named } from './Named.tsx';
import type { ImportActs, ImportState } from './useImport.ts';

/** What the server takes; a larger file is not sent at all. */
const SHEET_BYTES = 20 * 1024 * 1024;

/** The first step: a workbook, dropped or chosen; while it is on its way, how far it is; if it is refused, why. */
export function ChooseFile({ it }: { readonly it: ImportState & ImportActs }) {
  const t = useWords('import');
  const [own, setOwn] = useState<ApiFailure>();
  const { busy, sent, file } = it;
  const failure = own ?? it.failure;
  const choose = (chosen: File): void => {
    const large = chosen.size > SHEET_BYTES;
    setOwn(large ? tooLarge(chosen) : undefined);
    if (!large) it.choose(chosen);
  };
  const label = sent !== undefined && sent < 1 ? t('sending', { name: file?.name }) : t('reading', { name: file?.name });
  return (
    <div className="lb-body scroll">
      <main className="lb-page lb-form">
        <p className="read dim">{t('text')}</p>
        {failure && !busy && (
          <>
            <WhyNot failure={failure} />
            {file && !own && Object.keys(it.map).length > 1 && (
              <p>
                <Button onClick={() => it.use(undefined)}>{t('readAnew')}</Button>
              </p>
            )}
          </>
        )}
        {busy ? (
          <div className="stack" role="status">
            <p className="strong">{label}</p>
            <progress className="lb-progress" aria-label={label} {...(sent !== undefined && sent < 1 ? { value: sent } : {})} />
          </div>
        ) : (
          <DropZone choose={choose} />
        )}
      </main>
    </div>
  );
}

function DropZone({ choose }: { readonly choose: (file: File) => void }) {
  const t = useWords('import');
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
      <span>{t('drop')}</span>
      <label className="btn main">
        {t('choose')}
        <input
          className="unseen"
          type="file"
          accept=".xlsx,.csv,.tsv,.txt,.zip,.json"
          onChange={(e) => {
            const [chosen] = e.target.files ?? [];
            if (chosen) choose(chosen);
          }}
        />
      </label>
      <span className="small dim">{t('kinds')}</span>
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
export function WhyNot({ failure }: { readonly failure: ApiFailure }) {
  const t = useWords('import');
  const text = useText();
  const fault = failure.details as Partial<ImportFault> | undefined;
  if (!fault?.message) return <Failure failure={failure} />;
  return (
    <div className="lb-failure" role="alert">
      <Icon name="warning" />
      <div>
        <p className="strong">{t('failed')}</p>
        <p>
          {fault.where && <code>{fault.where}</code>} {text(fault.message)}
        </p>
        <p>{text(fault.hint)}</p>
        {fault.rows && <Named rows={fault.rows} />}
      </div>
    </div>
  );
}
