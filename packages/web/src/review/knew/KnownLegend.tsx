import './KnownLegend.css';
import { useWords } from '../../i18n/words.ts';
import type { Edition } from '../record/side.ts';
import { KnownIcon } from './KnownMark.tsx';
import type { KnownLine } from './known.ts';
import type { KnownMarkKind } from './knownLayout.ts';
import { toldMarks } from './knownWords.ts';

/** Marks that always explain themselves here; the others only where this record has one. */
const ALWAYS: readonly KnownMarkKind[] = ['held', 'withheld', 'requested', 'refused', 'released', 'acknowledged'];
const OTHERS: readonly KnownMarkKind[] = ['overshared', 'dueMissed', 'dueHeld', 'part', 'granted', 'withdrawn', 'recalled', 'destroyed'];

export function KnownLegend({ lines, edition }: { readonly lines: readonly KnownLine[]; readonly edition: Edition }) {
  const t = useWords('review');
  return (
    <ul className="rv-k-legend" aria-label={t('knew.matrix')}>
      {[...ALWAYS, ...others(lines)].map((kind) => (
        <li key={kind}>
          <KnownIcon kind={kind} />
          {kind === 'withheld' && <span className="rv-k-sample hatched" />}
          {t(`knew.mark.${kind}`)}
        </li>
      ))}
      <li>
        <span className="rv-k-sample outlined" /> {t('knew.bar.held')}
      </li>
      <li>
        <span className="rv-k-sample solid p1" />
        <span className="rv-k-sample solid p2" />
        <span className="rv-k-sample solid p3" /> {t('knew.bar.knows')}
      </li>
      {lines.some((l) => l.known.parties.some((k) => k.originator && !k.held)) && (
        <li>
          <span className="rv-k-sample thin" /> {t('knew.bar.origin')}
        </li>
      )}
      <li className="dim">{t(edition === 'control' ? 'knew.legendEmpty' : 'knew.legendOwn')}</li>
    </ul>
  );
}

function others(lines: readonly KnownLine[]): KnownMarkKind[] {
  const kinds = new Set<KnownMarkKind>();
  for (const { known } of lines) {
    for (const p of known.parties) {
      for (const m of toldMarks(p)) kinds.add(m.kind);
      if (p.overshared) kinds.add('overshared');
    }
    for (const d of known.due) kinds.add(d.held ? 'dueHeld' : 'dueMissed');
  }
  return OTHERS.filter((kind) => kinds.has(kind));
}
