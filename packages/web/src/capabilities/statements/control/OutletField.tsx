import { useControl } from '../../../kit/control/controlContext.ts';
import { Choose } from '../../../kit/form/Choose.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { outletsIn } from './speakers.ts';

/** Which outlet reports or asks: it must be one of the exercise’s. */
export function OutletField({ outlet, change }: { readonly outlet: string; readonly change: (outlet: string) => void }) {
  const { say, world } = useControl();
  const name = useNamer();
  return (
    <Choose
      title={say('report.outlet')}
      required
      data={[{ value: '', label: say('report.choose') }, ...outletsIn(world).map((a) => ({ value: a as string, label: name(a) }))]}
      value={outlet}
      change={change}
    />
  );
}
