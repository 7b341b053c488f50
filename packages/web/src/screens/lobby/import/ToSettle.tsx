import { useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { type Choice, MEANINGS, type Reading, type UnknownWord } from './reading.ts';
import { withChoice } from './template.ts';
import type { ImportActs, ImportState } from './useImport.ts';
import { ChooseWhom } from './Whom.tsx';

interface Props {
  readonly it: ImportState & ImportActs;
  readonly reading: Reading;
}
/** More than these stand in a list. */
const MOST_BUTTONS = 3;

/** What the program does not know for sure, one after another, each with what it rests on; and the rows that reach nobody. */
export function ToSettle({ it, reading, open }: Props & { readonly open: readonly Choice[] }) {
  const t = useWords('import');
  const text = useText();
  const { nobody } = reading.counts;
  return (
    <aside className="im-right scroll" aria-label={t('settle.title')}>
      <div className="im-right-head row wrap">
        <h2 className="read strong">{t('settle.title')}</h2>
        {open.length > 0 && <Chip tone="soon">{t('settle.guesses', { count: open.length })}</Chip>}
        {nobody > 0 && <Chip tone="act">{t('settle.rows', { count: nobody })}</Chip>}
      </div>
      {open.length === 0 && <p className="im-none dim">{t('settle.none')}</p>}
      <ol>
        {open.map((choice, i) => (
          <Guess key={choice.key} it={it} reading={reading} choice={choice} number={i + 1} first={i === 0} />
        ))}
      </ol>
      {nobody > 0 && <Nobody it={it} reading={reading} />}
      {reading.kept.length > 0 && (
        <div className="im-kept small">
          <p className="strong">{t('settle.kept')}</p>
          <ul>
            {reading.kept.map((k) => (
              <li key={text(k)}>{text(k)}</li>
            ))}
          </ul>
        </div>
      )}
      <Assumed reading={reading} />
    </aside>
  );
}

function Guess({
  it,
  reading,
  choice,
  number,
  first,
}: Props & { readonly choice: Choice; readonly number: number; readonly first: boolean }) {
  const t = useWords('import');
  const text = useText();
  const label = (value: string): string => {
    const found = choice.alternatives.find((a) => a.value === value);
    return found ? text(found.label) : choice.kind === 'column' ? t(`meaning.${value}`) : value;
  };
  const options =
    choice.kind === 'column' && choice.alternatives.length === 0
      ? MEANINGS.map((m) => ({ value: m, label: t(`meaning.${m}`) }))
      : choice.alternatives.map((a) => ({ value: a.value, label: text(a.label) }));
  // What the program would choose, even where nothing is taken for it until somebody says so. It suggests nothing where nothing is likelier.
  const likely = choice.suggestion;
  const suggests = likely !== '' || choice.value === '';
  const others = options.filter((o) => o.value !== likely);
  const take = (value: string): void => it.change(withChoice(it.map, choice, value, reading));
  const share = Math.round(choice.confidence * 100);
  const looks = it.shown.choice === choice.key;
  return (
    <li className="im-guess">
      <Numbered n={number} />
      <div className="stack grow">
        <p className="strong">{text(choice.what)}</p>
        <p className="small dim">
          {suggests && `${t('percent', { share })}. `}
          {text(choice.because)}
        </p>
        <div className="row wrap">
          {suggests && (
            <Button kind={first ? 'main' : 'plain'} size="small" disabled={it.busy} onClick={() => take(likely)}>
              {options.length > 0 && choice.sets ? t('settle.yesIt', { value: label(likely) }) : t('settle.yes')}
            </Button>
          )}
          {others.length <= MOST_BUTTONS ? (
            others.map((o) => (
              <Button key={o.value} size="small" disabled={it.busy} onClick={() => take(o.value)}>
                {o.label}
              </Button>
            ))
          ) : (
            <Choose
              bare
              title={suggests ? t('settle.other', { what: text(choice.what) }) : text(choice.what)}
              data={[{ value: '', label: t(suggests ? 'settle.else' : 'nobody.choose') }, ...others]}
              value=""
              change={(value) => value !== '' && take(value)}
            />
          )}
          {choice.count > 0 && (
            <Button
              kind="quiet"
              size="small"
              pressed={looks}
              onClick={() => it.show(looks ? {} : { choice: choice.key })}
              aria-label={t('settle.lookAt', { count: choice.count, what: text(choice.what) })}
            >
              {t('settle.look', { count: choice.count })}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}

export function Numbered({ n }: { readonly n: number }) {
  return <span className="im-number">{n}</span>;
}

/** Recipients that are not understood: one choice for each way they are written. */
function Nobody({ it, reading }: Props) {
  const t = useWords('import');
  const [choosing, choose] = useState<string>();
  const { nobody } = reading.counts;
  return (
    <section className="im-nobody">
      <div className="row">
        <Icon name="hand" />
        <h3 className="strong">{t('nobody.title', { count: nobody })}</h3>
      </div>
      <p className="small dim">{t('nobody.text')}</p>
      <ul>
        {reading.unknown.map((u) => (
          <li key={u.word}>
            <div className="row wrap">
              <span className="strong im-word">{u.word || t('nobody.empty')}</span>
              <span className="small dim grow">{placesOf(u)}</span>
              <Button
                kind="quiet"
                size="small"
                aria-expanded={choosing === u.word}
                onClick={() => choose(choosing === u.word ? undefined : u.word)}
              >
                {t('nobody.choose')}
              </Button>
            </div>
            {choosing === u.word && (
              <ChooseWhom
                parties={reading.parties}
                word={u.word}
                busy={it.busy}
                take={(whom) => {
                  choose(undefined);
                  it.change({ ...it.map, recipients: { ...it.map.recipients, [u.word]: whom } });
                }}
                cancel={() => choose(undefined)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const placesOf = ({ rows, count }: UnknownWord): string => {
  const bySheet = new Map<string, number[]>();
  for (const { sheet, row } of rows.slice(0, 6)) bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), row]);
  const list = [...bySheet].map(([sheet, at]) => `${sheet} ${at.join(', ')}`).join('; ');
  return count > 6 ? `${list} … (${count})` : list;
};

/** What was taken for sure, and why: to read, not to answer. */
function Assumed({ reading }: { readonly reading: Reading }) {
  const t = useWords('import');
  const text = useText();
  const sure = reading.choices.filter((c) => c.settled && c.kind !== 'column' && c.kind !== 'sheet' && c.kind !== 'state');
  if (sure.length === 0) return null;
  return (
    <details className="im-assumed small">
      <summary>{t('settle.assumed', { count: sure.length })}</summary>
      <ul>
        {sure.map((c) => (
          <li key={c.key}>
            {text(c.what)} <span className="dim">{text(c.because)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
