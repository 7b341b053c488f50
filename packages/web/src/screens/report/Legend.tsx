import { useWords } from '../../i18n/words.ts';
import { isDecisive, MarkIcon } from '../review/happened/MarkShape.tsx';
import type { Mark } from '../review/happened/timeline.ts';

const SHAPES = [
  ['inject', { kind: 'inject', form: 'contextual', status: 'released' }],
  ['contingency', { kind: 'inject', form: 'contingency', status: 'released' }],
  ['skipped', { kind: 'inject', form: 'contextual', status: 'skipped' }],
  ['met', { kind: 'expected', form: 'expected', status: 'met' }],
  ['late', { kind: 'expected', form: 'expected', status: 'late' }],
  ['missed', { kind: 'expected', form: 'expected', status: 'missed' }],
  ['sharing', { kind: 'sharing', form: 'released', status: undefined }],
  ['request', { kind: 'sharing', form: 'requested', status: undefined }],
  ['refused', { kind: 'sharing', form: 'refused', status: undefined }],
  ['message', { kind: 'message', form: 'ask', status: undefined }],
  ['decision', { kind: 'message', form: 'decide', status: undefined }],
] as const satisfies readonly (readonly [string, Pick<Mark, 'kind' | 'form' | 'status'>])[];

/** What the shapes mean; only those that an edition has. */
export function Legend({ marks }: { readonly marks: readonly Mark[] }) {
  const t = useWords('review');
  const used = new Set(marks.map(shapeOf));
  return (
    <figcaption className="rp-legend small dim">
      {SHAPES.filter(([name]) => used.has(name)).map(([name, mark]) => (
        <span key={name} className="row">
          <MarkIcon mark={mark} />
          {t(`legend.${name}`)}
        </span>
      ))}
    </figcaption>
  );
}

function shapeOf({ kind, form, status }: Mark): string {
  if (kind === 'message') return isDecisive(form) ? 'decision' : 'message';
  if (kind === 'expected') return status === 'met' ? 'met' : status === 'missed' || status === 'not' ? 'missed' : 'late';
  if (kind === 'sharing') return form === 'released' ? 'sharing' : form === 'refused' ? 'refused' : 'request';
  if (status === 'skipped' || status === 'lapsed') return 'skipped';
  return kind === 'inject' ? (form === 'contingency' ? 'contingency' : 'inject') : kind;
}
