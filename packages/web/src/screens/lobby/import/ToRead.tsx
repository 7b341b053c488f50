import { type ReactNode, useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Check } from '../../../kit/Choice.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { LineForm } from '../../../kit/form/LineForm.tsx';
import { TextField } from '../../../kit/form/TextField.tsx';
import { PartyMark } from '../../../kit/Marks.tsx';
import type { Choice, Reading } from './reading.ts';
import { sheetsWith, withChoice, withHeader } from './template.ts';
import { useStartex } from './times.ts';
import type { ImportActs, ImportState } from './useImport.ts';

interface Props {
  readonly it: ImportState & ImportActs;
  readonly reading: Reading;
}

/** What is read of the workbook: sheets, header row, times, states, sides. Each shows what is taken, and can be taken otherwise. */
export function ToRead({ it, reading }: Props) {
  const t = useWords('import');
  const text = useText();
  const read = reading.sheets.filter((s) => s.read);
  const states = reading.choices.filter((c) => c.kind === 'state');
  const sides = reading.choices.filter((c) => c.kind === 'side');
  return (
    <div className="im-left scroll">
      <Section title={t('sheets.title')} says={t('sheets.says', { read: read.length, of: reading.sheets.length })}>
        <ul>
          {reading.sheets.map((s) => (
            <li key={s.name} className="im-sheet">
              <Check
                checked={s.read}
                disabled={it.busy || (s.read && read.length === 1)}
                onChange={(on) => it.change({ ...it.map, sheets: sheetsWith(reading, s.name, on) })}
              >
                <span className={s.read ? 'strong' : ''}>{s.hidden ? t('sheets.hidden', { name: s.name }) : s.name}</span>
              </Check>
              <span className="small dim">{text(s.why)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('header.title')}>
        <HeaderRows it={it} reading={reading} />
      </Section>
      <Section title={t('times.title')}>
        <Times it={it} reading={reading} />
      </Section>
      {states.length > 0 && (
        <Section title={t('states.title')}>
          {states.map((c) => (
            <Picked key={c.key} it={it} reading={reading} choice={c} name={c.sets?.[1] ?? text(c.what)}>
              <span className="small dim">{c.count}</span>
            </Picked>
          ))}
        </Section>
      )}
      <Section title={t('sides.title')} says={sides.map((c) => text(c.what)).join(' ')}>
        <ul className="im-sides">
          {reading.parties.map((party, i) => (
            <li key={party.id}>
              <span className="row strong">
                <PartyMark order={i} letter={party.letter} />
                {party.name}
              </span>
              <ul>
                {party.cells.map((cell) => (
                  <li key={cell.id}>{cell.name}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Section({ title, says, children }: { readonly title: string; readonly says?: string; readonly children: ReactNode }) {
  return (
    <section className="im-section">
      <h2 className="strong">{title}</h2>
      {says && <p className="small dim">{says}</p>}
      {children}
    </section>
  );
}

/** A choice as a list, marked while it is a guess. */
function Picked({
  it,
  reading,
  choice,
  name,
  children,
}: Props & { readonly choice: Choice; readonly name: string; readonly children?: ReactNode }) {
  const text = useText();
  const title = `${name}: ${text(choice.because)}`;
  return (
    <div className="im-picked" data-open={!choice.settled || undefined} title={text(choice.because)}>
      <span className="grow">{name}</span>
      <Choose
        bare
        title={title}
        data={choice.alternatives.map((a) => ({ value: a.value, label: text(a.label) }))}
        value={choice.value}
        change={(value) => it.change(withChoice(it.map, choice, value, reading))}
      />
      {children}
    </div>
  );
}

const FIRST_ROWS = 30;

function HeaderRows({ it, reading }: Props) {
  const t = useWords('import');
  const read = reading.sheets.filter((s) => s.read && s.header !== undefined);
  const [first] = read;
  if (!first) return <p className="small dim">{t('header.none')}</p>;
  const same = read.every((s) => s.header === first.header);
  const rows = (now: number): { value: string; label: string }[] =>
    [...new Set([0, ...Array.from({ length: FIRST_ROWS }, (_, i) => i + 1), now])]
      .sort((a, b) => a - b)
      .map((n) => ({ value: String(n), label: n === 0 ? t('header.no') : t('header.row', { row: n }) }));
  const above = first.above.map((a) => `${a.row}: ${a.text}`);
  return (
    <>
      {(same ? [first] : read).map((s) => (
        <div key={s.name} className="im-picked">
          <span className="grow">{same ? t('header.all', { count: read.length }) : s.name}</span>
          <Choose
            bare
            title={same ? t('header.title') : `${t('header.title')}: ${s.name}`}
            data={rows(s.header as number)}
            value={String(s.header)}
            change={(value) =>
              it.change(
                same
                  ? withHeader(it.map, Number(value))
                  : {
                      ...it.map,
                      header: { ...Object.fromEntries(read.map((r) => [r.name, r.header as number])), [s.name]: Number(value) },
                    },
              )
            }
          />
        </div>
      ))}
      {above.length > 0 && <p className="small dim im-above">{above.slice(0, 4).join(' · ')}</p>}
    </>
  );
}

function Times({ it, reading }: Props) {
  const t = useWords('import');
  const text = useText();
  const [open, setOpen] = useState(false);
  const startex = useStartex(reading);
  const choices = reading.choices.filter((c) => (c.kind === 'time' || c.kind === 'zone') && c.alternatives.length > 1);
  return (
    <>
      {choices.map((c) => (
        <Picked key={c.key} it={it} reading={reading} choice={c} name={t(`times.${c.sets?.[1] ?? 'other'}`)} />
      ))}
      <p className="small">
        STARTEX <b>{startex.begins}</b>
        <br />
        <span className="dim">{t('times.until', { time: startex.ends })}</span>
      </p>
      {open ? (
        <SetStartex it={it} close={() => setOpen(false)} />
      ) : (
        <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
          {t('times.set')}
        </Button>
      )}
      <ul className="small dim">
        {reading.choices
          .filter((c) => (c.kind === 'time' || c.kind === 'zone') && c.alternatives.length < 2)
          .map((c) => (
            <li key={c.key}>{text(c.what)}</li>
          ))}
      </ul>
    </>
  );
}

function SetStartex({ it, close }: { readonly it: ImportState & ImportActs; readonly close: () => void }) {
  const t = useWords('import');
  const [value, setValue] = useState(String(it.map.times?.startex ?? ''));
  const go = (): void => {
    const { startex: _, ...rest } = it.map.times ?? {};
    it.change({ ...it.map, times: value.trim() === '' ? rest : { ...rest, startex: value.trim() } });
    close();
  };
  return (
    <LineForm title={t('times.set')} go={t('times.take')} submit={go} can busy={it.busy} error={undefined}>
      <TextField title={t('times.startex')} help={t('times.startexHelp')} rows={1} most={60} value={value} change={setValue} />
    </LineForm>
  );
}
