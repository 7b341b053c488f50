import { useNow } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Choose } from '../../../kit/form/Choose.tsx';
import { inMinutes, useCapitals } from './moments.ts';

const MINUTES = ['5', '10', '15', '20', '30', '45', '60', '90', '120'] as const;

/** When: so many minutes from now, told in each capital. */
export function InMinutes({
  title,
  none,
  value,
  change,
}: {
  readonly title: string;
  /** The words for no time, where none need be set. */
  readonly none?: string | undefined;
  readonly value: string;
  readonly change: (minutes: string) => void;
}) {
  const t = useWords('press');
  const capitals = useCapitals();
  const at = inMinutes(useNow(10_000), value);
  return (
    <div className="stack">
      <Choose
        title={title}
        data={[
          ...MINUTES.map((n) => ({ value: n as string, label: t('minutes.in', { n }) })),
          ...(none === undefined ? [] : [{ value: '', label: none }]),
        ]}
        value={value}
        change={change}
      />
      {at !== undefined && <p className="small dim">{capitals(at).join(' · ')}</p>}
    </div>
  );
}
