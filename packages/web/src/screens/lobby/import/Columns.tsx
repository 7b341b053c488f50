import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Choose } from '../../../kit/form/Choose.tsx';
import { type Choice, type ColumnRead, MEANINGS, type Reading } from './reading.ts';
import { withChoice } from './template.ts';
import type { ImportActs, ImportState } from './useImport.ts';

/** What each column means, how sure that is, and why. */
export function Columns({ it, reading }: { readonly it: ImportState & ImportActs; readonly reading: Reading }) {
  const t = useWords('import');
  const sheet = it.shown.sheet ?? reading.sheets.find((s) => s.read)?.name;
  const columns = reading.columns.filter((c) => c.sheet === sheet);
  const choices = new Map(reading.choices.map((c) => [c.key, c]));
  const unsure = columns.filter((c) => choices.get(c.choice)?.settled === false).length;
  return (
    <section className="im-columns-box" aria-labelledby="im-columns">
      <div className="row wrap">
        <h2 id="im-columns" className="strong">
          {t('columns.title')}
        </h2>
        <span className="small dim grow">{t('columns.says')}</span>
        <span className={unsure > 0 ? 'small soon' : 'small dim'}>{t('columns.unsure', { unsure, of: columns.length })}</span>
      </div>
      <ul className="im-columns">
        {columns.map((c) => (
          <Column
            key={c.letter}
            column={c}
            choice={choices.get(c.choice)}
            change={(choice, v) => it.change(withChoice(it.map, choice, v, reading))}
          />
        ))}
      </ul>
    </section>
  );
}

function Column({
  column,
  choice,
  change,
}: {
  readonly column: ColumnRead;
  readonly choice: Choice | undefined;
  readonly change: (choice: Choice, value: string) => void;
}) {
  const t = useWords('import');
  const text = useText();
  const open = choice?.settled === false;
  const share = Math.round((choice?.confidence ?? 0) * 100);
  return (
    <li className="im-column" data-open={open || undefined}>
      <span className="faint">{column.letter}</span>
      <span className="im-column-name" title={column.samples.join(' · ')}>
        <span className="strong cut">{column.header || t('columns.noHeader')}</span>
        <span className="small dim cut">{text(column.about)}</span>
      </span>
      {choice && (
        <Choose
          bare
          title={`${column.header || column.letter}: ${text(choice.because)}`}
          data={MEANINGS.map((m) => ({ value: m, label: open && m === choice.value ? `${t(`meaning.${m}`)}?` : t(`meaning.${m}`) }))}
          value={column.meaning}
          change={(value) => change(choice, value)}
        />
      )}
      {choice && (
        <span className="im-sure" title={text(choice.because)}>
          <span className="im-bar" aria-hidden="true">
            <span style={{ width: `${share}%` }} />
          </span>
          <span className="small">{t('percent', { share })}</span>
        </span>
      )}
    </li>
  );
}
