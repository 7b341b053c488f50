import './KnownLegend.css';
import type { Ms } from '@entente/engine';
import { useWords } from '../../../i18n/words.ts';
import type { Edition } from '../../../kit/review/side.ts';
import { KnownIcon } from './KnownMark.tsx';
import type { KnownLine } from './known.ts';
import type { KnownMarkKind } from './knownLayout.ts';
import { toldMarks } from './knownMarks.ts';

/** Marks that always explain themselves here; the others only where this record has one. */
const ALWAYS: readonly KnownMarkKind[] = ['held', 'withheld', 'requested', 'refused', 'released', 'acknowledged'];
const OTHERS: readonly KnownMarkKind[] = [
  'overshared',
  'dueMissed',
  'dueHeld',
  'part',
  'granted',
  'conditions',
  'withdrawn',
  'recalled',
  'destroyed',
  'expired',
];

interface Legend {
  readonly lines: readonly KnownLine[];
  readonly edition: Edition;
  /** The end of the record, scenario ms. */
  readonly until: Ms;
}

export function KnownLegend({ lines, edition, until }: Legend) {
  const t = useWords('review');
  const kinds = kindsOf(lines, until);
  return (
    <ul className="rv-k-legend" aria-label={t('knew.matrix')}>
      {[...ALWAYS, ...OTHERS.filter((kind) => kinds.has(kind))].map((kind) => (
        <li key={kind}>
          <KnownIcon kind={kind} />
          {kind === 'withheld' && <span className="rv-k-sample hatched" />}
          {kind === 'expired' && <span className="rv-k-sample solid old p1" />}
          {t(kind === 'requested' ? 'knew.legendAsked' : `knew.mark.${kind}`)}
        </li>
      ))}
      <li>
        <span className="rv-k-sample outlined" /> {t(edition === 'control' ? 'knew.bar.held' : 'knew.bar.heldOwn')}
      </li>
      <li>
        <span className="rv-k-sample solid p1" />
        <span className="rv-k-sample solid p2" />
        <span className="rv-k-sample solid p3" /> {t('knew.bar.knows')}
      </li>
      {kinds.has('part') && (
        <li>
          <span className="rv-k-sample outlined thin" />
          <span className="rv-k-sample solid thin p1" /> {t('knew.bar.thin')}
        </li>
      )}
      {edition !== 'control' && (
        <li>
          <span className="rv-k-sample untold" /> {t('knew.bar.untold')}
        </li>
      )}
      <li className="dim">{t(edition === 'control' ? 'knew.legendEmpty' : 'knew.legendOwn')}</li>
    </ul>
  );
}

function kindsOf(lines: readonly KnownLine[], until: Ms): ReadonlySet<KnownMarkKind> {
  const kinds = new Set<KnownMarkKind>();
  for (const { known } of lines) {
    for (const p of known.parties) {
      for (const m of toldMarks(p)) kinds.add(m.kind);
      if (p.overshared) kinds.add('overshared');
    }
    if (known.card.expires !== undefined && known.card.expires <= until) kinds.add('expired');
    for (const d of known.due) kinds.add(d.held ? 'dueHeld' : 'dueMissed');
  }
  return kinds;
}
