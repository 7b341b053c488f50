import type { World } from '@entente/engine';
import { takenAt } from '@entente/engine/consultation';
import { useCallback } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { lengthWords } from '../../../kit/review/length.ts';
import { kindOf } from '../matters/needs.ts';
import { useMatterWords } from '../matters/useMatterWords.ts';
import type { CourseLane, CourseRow } from './course.ts';

/** What stands beside a lane: whose it is, what it did last, by how much late, or that it did not. */
export function useLaneWords(world: World): (row: CourseRow, lane: CourseLane) => { readonly text: string; readonly late: boolean } {
  const { t, letters, time } = useMatterWords();
  const kit = useWords('kit');
  return useCallback(
    ({ matter, troubles }, { party, standing }) => {
      const who = letters([party]);
      if (!standing) return { text: who, late: false };
      const { acts, asks, lateBy, passed, voids, awaited, veiled, said, took, before, unnamed } = standing;
      const signs = matter.card.procedure === 'joint-signature';
      const last = acts.at(-1);
      const more = said.length > 0 ? `, ${t(`cell.said.${said.at(-1)?.type}`)}` : '';
      const unasked = troubles.find((x) => x.kind === 'unasked' && x.party === party);
      if (asks && unasked && 'decision' in unasked) {
        const decision = world.consultation.decisions.get(unasked.decision);
        const at = decision ? time(takenAt(decision)) : '';
        return { text: t('review.unasked', { who, time: at, span: lengthWords(kit, unasked.by) }), late: true };
      }
      if (voids.length > 0 && last && voids.some((v) => v.act.id === last.id))
        return { text: t(signs ? 'review.void' : 'review.anew', { who, time: time(voids.at(-1)?.at ?? last.at) }), late: true };
      if (veiled) return { text: `${who} ${t(matter.closed ? 'cell.unshown' : 'cell.veiled')}`, late: false };
      if (last) {
        const late =
          lateBy === undefined ? (passed ? `, ${t('cell.passed')}` : '') : `, ${t('cell.late', { span: lengthWords(kit, lateBy) })}`;
        const did = t(`did.${last.type}`);
        const when = before === undefined ? (took === undefined ? undefined : { key: 'after', ms: took }) : { key: 'before', ms: before };
        const done = when === undefined ? did : t(`cell.${when.key}`, { did, span: lengthWords(kit, when.ms) });
        return { text: `${who} ${done}${late}${more}`, late: lateBy !== undefined };
      }
      if (signs) return { text: `${who} ${t(matter.closed ? 'cell.unsigned' : 'cell.notSigned')}${more}`, late: false };
      if (asks) return { text: `${who} ${t(`cell.asks.${kindOf(matter)}`)} ${time(matter.at)}${more}`, late: false };
      if (unnamed) return { text: `${who} ${t('cell.unnamed')}${more}`, late: false };
      if (matter.card.procedure === 'silence')
        return { text: `${who} ${t(matter.closed?.outcome === 'adopted' ? 'cell.held' : 'cell.silent')}${more}`, late: false };
      if (lateBy !== undefined)
        return { text: `${who} ${t('cell.never')}, ${t('cell.late', { span: lengthWords(kit, lateBy) })}`, late: true };
      return { text: `${who} ${t(awaited ? 'cell.awaited' : 'cell.never')}${passed ? `, ${t('cell.passed')}` : ''}${more}`, late: false };
    },
    [t, letters, time, kit, world],
  );
}
