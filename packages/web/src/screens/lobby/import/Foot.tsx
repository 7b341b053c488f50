import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { WhyNot } from './ChooseFile.tsx';
import type { Reading } from './reading.ts';
import { inForce } from './template.ts';
import type { ImportActs, ImportState } from './useImport.ts';

/** What will become of the rows, and the act; it is closed while something is a guess. */
export function Foot({ it, reading }: { readonly it: ImportState & ImportActs; readonly reading: Reading }) {
  const t = useWords('import');
  const { counts, choices } = reading;
  const open = choices.filter((c) => !c.settled).length;
  const errors = reading.problems.filter((p) => p.severity === 'error').length;
  const parts = [
    t('foot.plays', { count: counts.plays }),
    ...(counts.waits > 0 ? [t(counts.nobody > 0 ? 'foot.waitsNobody' : 'foot.waits', { count: counts.waits, nobody: counts.nobody })] : []),
    ...(counts.out > 0 ? [t('foot.out', { count: counts.out })] : []),
  ];
  const taken = counts.plays + counts.waits;
  const file = (): void => {
    const text = `${JSON.stringify(inForce(it.map, reading), null, 2)}\n`;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = `${it.file?.name.replace(/\.\w+$/, '') ?? 'msel'}.map.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <footer className="im-foot">
      {it.failure && !it.busy && <WhyNot failure={it.failure} />}
      <div className="row wrap">
        <p className="grow" role="status">
          {t('foot.rows', { count: counts.all })} {parts.join(t('foot.and'))}
        </p>
        <Button kind="quiet" className="im-wide" onClick={file}>
          {t('foot.file')}
        </Button>
        {open > 0 && <span className="dim">{t('foot.first', { count: open })}</span>}
        {errors > 0 && <span className="late">{t('foot.errors', { count: errors })}</span>}
        <Button kind="main" busy={it.busy} disabled={open > 0 || taken === 0} onClick={it.importIt}>
          {t('foot.import', { count: taken })}
        </Button>
      </div>
    </footer>
  );
}
