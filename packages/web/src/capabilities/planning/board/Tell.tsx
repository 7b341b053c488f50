import type { World } from '@entente/engine';
import { criteriaOf, optionsOn, redLineKept, scoreKept, type Ticked, type Told, toldOf, weightKept } from '@entente/engine/planning';
import { useState } from 'react';
import { type Command, useAct, useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Check } from '../../../kit/Choice.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { Refused } from '../../../kit/Refused.tsx';
import { Said } from '../../../kit/Said.tsx';
import { type BoardLook, letterOf } from './look.ts';
import { isTold } from './told.ts';

interface Props {
  readonly look: BoardLook;
  readonly own: string;
}

/** Tells the others what the own side thinks: scores, reasons, weights and red lines each by its own tick, and before it goes exactly what they get. */
export function Tell({ look, own }: Props) {
  const t = useWords('board');
  const name = useNamer();
  const { world } = useSeat();
  const { run, busy, error } = useAct();
  const [ticks, tick] = useState<ReadonlySet<string>>(new Set());
  const { board, sides } = look;
  const cells = optionsOn(world, board.id).length * criteriaOf(world, board.id).length;
  const title = t('tell.title', {
    who: sides
      .filter((p) => p !== own)
      .map((p) => name(`party:${p}`))
      .join(', '),
  });
  const lines = useTickable({ look, own });
  const ticked = tickedOf(world, look, ticks);
  const told = toldOf(world, own, ticked);
  const count = told.scores.length + told.reasons.length + told.weights.length + told.redLines.length;
  const scored = lines.filter((l) => l.what === 'scores').reduce((sum, l) => sum + l.count, 0);
  const tell = async () => {
    if ((await run({ type: 'TellAssessment', board: board.id, ...ticked } as unknown as Command)).ok) tick(new Set());
  };
  return (
    <section aria-label={title}>
      <h3 className="strong">{title}</h3>
      {lines.length === 0 ? (
        <p className="small dim">{t('tell.nothing')}</p>
      ) : (
        <>
          <p className="small dim">{t('tell.kept', { n: scored, of: cells, party: name(`party:${own}`) })}</p>
          <div>
            {lines.map(({ key, what, letter, count: n }) => (
              <Check
                key={key}
                checked={ticks.has(key)}
                onChange={(on) => tick(new Set(on ? [...ticks, key] : [...ticks].filter((k) => k !== key)))}
              >
                {t(`tell.${what}`, { letter, count: n })}
                {isTold(world, own, toldOf(world, own, tickedOf(world, look, new Set([key])))) && (
                  <span className="small dim"> · {t('told')}</span>
                )}
              </Check>
            ))}
          </div>
          <Preview look={look} told={told} />
          <div className="row wrap">
            <Button kind="main" busy={busy} disabled={count === 0} onClick={tell}>
              {t('tell.go', { count })}
            </Button>
            <Refused words={error} />
          </div>
          <p className="small dim">{t('tell.help')}</p>
        </>
      )}
    </section>
  );
}

interface Tickable {
  readonly key: string;
  readonly what: 'scores' | 'reasons' | 'redLine' | 'weights';
  readonly letter: string;
  readonly count: number;
}

/** What the own side keeps and can tell: each kind of each option by itself, since a reason can disclose a red line. */
function useTickable({ look, own }: Props): readonly Tickable[] {
  const { world } = useSeat();
  const criteria = criteriaOf(world, look.board.id);
  const lines = optionsOn(world, look.board.id).flatMap((o, i): Tickable[] => {
    const kept = criteria.flatMap((c) => scoreKept(world, own, o.id, c.id) ?? []);
    const of = (what: 'scores' | 'reasons' | 'redLine', count: number): Tickable => ({
      key: `${what} ${o.id}`,
      what,
      letter: letterOf(i),
      count,
    });
    return [
      of('scores', kept.length),
      of('reasons', kept.filter((k) => k.reason !== undefined).length),
      of('redLine', redLineKept(world, own, o.id) ? 1 : 0),
    ];
  });
  const weights = criteria.filter((c) => weightKept(world, own, c.id)).length;
  return [...lines, { key: 'weights', what: 'weights' as const, letter: '', count: weights }].filter((l) => l.count > 0);
}

function tickedOf(world: World, look: BoardLook, ticks: ReadonlySet<string>): Ticked {
  const criteria = criteriaOf(world, look.board.id).map((c) => c.id);
  const options = (what: string): string[] =>
    optionsOn(world, look.board.id)
      .filter((o) => ticks.has(`${what} ${o.id}`))
      .map((o) => o.id);
  const cells = (what: string) => options(what).flatMap((option) => criteria.map((criterion) => ({ option, criterion })));
  return {
    scores: cells('scores'),
    reasons: cells('reasons'),
    weights: ticks.has('weights') ? criteria : [],
    redLines: options('redLine'),
  };
}

/** Exactly what the others receive: the very content of the event. */
function Preview({ look, told }: { readonly look: BoardLook; readonly told: Told }) {
  const t = useWords('board');
  const text = useText();
  const { world } = useSeat();
  const options = optionsOn(world, look.board.id);
  const option = (id: string): string => t('option', { letter: letterOf(options.findIndex((o) => o.id === id)) });
  const criterion = (id: string): string => text(world.planning.criteria.get(id)?.name);
  if (told.scores.length + told.reasons.length + told.weights.length + told.redLines.length === 0) return null;
  return (
    <div className="op-preview small" role="status" aria-label={t('tell.preview')}>
      <h4 className="eyebrow">{t('tell.preview')}</h4>
      <ul>
        {told.scores.map((s) => (
          <li key={`s ${s.option} ${s.criterion}`}>
            {option(s.option)}, {criterion(s.criterion)}: <b>{s.score}</b>
          </li>
        ))}
        {told.reasons.map((r) => (
          <li key={`r ${r.option} ${r.criterion}`}>
            {option(r.option)}, {criterion(r.criterion)}: “<Said text={r.text} />”
          </li>
        ))}
        {told.weights.map((w) => (
          <li key={`w ${w.criterion}`}>
            {criterion(w.criterion)}: <b>{t(`weight.${w.weight}`)}</b>
          </li>
        ))}
        {told.redLines.map((r) => (
          <li key={`l ${r.option}`}>
            {option(r.option)}, {t('redLines')}: “<Said text={r.text} />”
          </li>
        ))}
      </ul>
    </div>
  );
}
