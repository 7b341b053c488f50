import { chains } from '@entente/engine/statements';
import { Chip } from '../../../kit/Chip.tsx';
import { AddressMark } from '../../../kit/Names.tsx';
import { useReview } from '../../../kit/review/reviewContext.ts';
import type { SaidFlag } from '../said/chart.ts';
import { lasted, saidById } from '../said/look.ts';
import { reasonsOf, termNamed } from '../said/reasons.ts';
import type { Scene } from '../said/scene.ts';
import { sideOfEdition } from '../said/side.ts';
import { Verbatim } from '../said/Verbatim.tsx';
import { useReviewScene } from './useReviewScene.ts';

/** Two statements that part, or a report and what it read: both word for word, why, what each meant, and what closed it. */
export function PairThing({ id }: { readonly id: string }) {
  const scene = useReviewScene('whole');
  const { edition } = useReview();
  const flag = scene.look.flags.find((f) => f.key === id);
  if (!flag) return null;
  const { t, called, labels, world, time, span } = scene;
  const earlier = saidById(world, flag.with);
  const later = saidById(world, flag.said);
  const line = world.statements.lines.get(flag.with);
  return (
    <div className="stack rv-thing">
      <div className="row wrap">
        <Chip tone={flag.flag === 'contradictory' ? 'late' : 'soon'}>{labels.flag(flag).text}</Chip>
        <Judged flag={flag} scene={scene} />
      </div>
      <h3 className="read strong">{t('pair.title', { a: line ? scene.pick(line.card.name) : called(flag.with), b: called(flag.said) })}</h3>
      {reasonsOf(world, flag, sideOfEdition(edition, world), scene).map((r) => (
        <p key={r} className="read">
          {r}
        </p>
      ))}
      {earlier && <Verbatim said={earlier} words={scene} />}
      {line && <blockquote className="rv-quote">{scene.pick(line.card.text)}</blockquote>}
      {later && <Verbatim said={later} words={scene} />}
      <Meanings flag={flag} scene={scene} />
      <p className={flag.closed ? 'met strong' : 'late strong'}>
        {flag.closed
          ? t('pair.closed', {
              time: time(flag.closed.at),
              span: span(lasted(flag, scene)),
              what: called(flag.closed.by),
            })
          : t('pair.openFor', { span: span(lasted(flag, scene)) })}
      </p>
      <Course flag={flag} scene={scene} />
    </div>
  );
}

interface Props {
  readonly flag: SaidFlag;
  readonly scene: Scene;
}

/** What lead control made of it: only where the edition holds that. */
function Judged({ flag, scene: { t, time, world } }: Props) {
  const mark = [...world.statements.judged.values()].findLast((j) => j.said === flag.said && j.with === flag.with && j.flag === flag.flag);
  const { edition } = useReview();
  if (mark) return <span className="dim small">{t(mark.right ? 'pair.confirmed' : 'pair.dismissed', { time: time(mark.at) })}</span>;
  return edition === 'control' ? <span className="dim small">{t('pair.unjudged')}</span> : null;
}

/** What each party means by the term between them: a party’s own edition holds only its own. */
function Meanings({ flag, scene: { t, world, pick, time } }: Props) {
  const term = termNamed(world, flag.term);
  if (!term || (term.meanings.size === 0 && term.agreed.length === 0)) return null;
  return (
    <section>
      <h4 className="small strong">{t('pair.meant', { term: pick(term.name) })}</h4>
      <ul>
        {[...term.meanings].map(([party, m]) => (
          <li key={party} className="row">
            <AddressMark address={`party:${party}`} named /> <span>{pick(m.text)}</span>
          </li>
        ))}
      </ul>
      {term.agreed.map((a) => (
        <p key={a.src} className="small">
          {t('pair.agreedAt', { time: time(a.at), text: pick(a.text) })}
        </p>
      ))}
    </section>
  );
}

/** What was said of it after, each with the time that had passed: from the word to its repair. */
function Course({ flag, scene: { t, world, side, time, span, called } }: Props) {
  const steps = chains(world, side).find((c) => c.of.key === flag.key)?.repairs ?? [];
  if (flag.flag === 'misquotation' || flag.flag === 'inference') return null;
  return (
    <section>
      <h4 className="small strong">{t('pair.course')}</h4>
      {steps.length === 0 && <p className="small">{t('pair.nobody')}</p>}
      <ul className="sd-course">
        {steps.map((s) => (
          <li key={s.said}>
            <strong>{span(s.after)}</strong>
            <span className="party-marks">
              {s.parties.map((p) => (
                <AddressMark key={p} address={`party:${p}`} named />
              ))}
            </span>
            <span className="rv-nowrap">{time(s.at)}</span>
            <span>
              {called(s.said)}
              {s.silent && <span className="dim">, {t('chain.silent')}</span>}
              {s.closes && <b className="sd-met"> ✓</b>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
