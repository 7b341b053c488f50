import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Check } from '../../../kit/Choice.tsx';
import { PartyMark } from '../../../kit/Marks.tsx';
import type { PartyRead } from './reading.ts';

/** Who gets it: cells of the workbook, everyone if somebody says so, or nobody, so that it waits for a hand. */
export function ChooseWhom({
  parties,
  word,
  busy,
  take,
  cancel,
}: {
  readonly parties: readonly PartyRead[];
  readonly word: string;
  readonly busy: boolean;
  readonly take: (whom: readonly string[] | 'everyone' | 'nobody') => void;
  readonly cancel: () => void;
}) {
  const t = useWords('import');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const set = (name: string, on: boolean): void => setChosen(new Set([...chosen].filter((c) => c !== name).concat(on ? [name] : [])));
  return (
    <fieldset className="im-whom">
      <legend className="small">{t('nobody.whom', { word })}</legend>
      {parties.map((party, i) => (
        <div key={party.id}>
          <span className="row small strong">
            <PartyMark order={i} letter={party.letter} /> {party.name}
          </span>
          {party.cells.map((cell) => {
            const name = `${party.name}/${cell.name}`;
            return (
              <Check key={cell.id} checked={chosen.has(name)} onChange={(on) => set(name, on)} label={`${party.name}: ${cell.name}`}>
                {cell.name}
              </Check>
            );
          })}
        </div>
      ))}
      <div className="row wrap">
        <Button kind="main" size="small" disabled={busy || chosen.size === 0} onClick={() => take([...chosen])}>
          {t('nobody.take', { count: chosen.size })}
        </Button>
        <Button size="small" disabled={busy} onClick={() => take('everyone')}>
          {t('nobody.everyone')}
        </Button>
        <Button size="small" disabled={busy} onClick={() => take('nobody')}>
          {t('nobody.wait')}
        </Button>
        <Button kind="quiet" size="small" onClick={cancel}>
          {t('cancel')}
        </Button>
      </div>
    </fieldset>
  );
}
