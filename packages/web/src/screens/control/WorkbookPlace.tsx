import type { CommandInput, Command as Given } from '@entente/engine';
import { useMemo, useRef } from 'react';
import { refusalWords } from '../../connection/refusal.ts';
import { useSeat } from '../../connection/SeatProvider.tsx';
import { useControl } from '../../kit/control/controlContext.ts';
import { ask } from '../lobby/api.ts';
import type { Compared, Outcome, Step } from '../workbook/compared.ts';
import { asked, type WorkbookPlace as Place, sendBook } from '../workbook/place.ts';
import { Workbook } from '../workbook/Workbook.tsx';

type Answered = Omit<Compared, 'steps'> & {
  readonly steps: readonly (Omit<Step, 'key' | 'takes'> & { readonly commands: readonly CommandInput[] })[];
};

/** This controller’s MSEL out to Excel, and what was changed there back by ordinary commands of this seat. */
export function WorkbookPlace() {
  const { door, send, world } = useSeat();
  const { lead, names, viewer, say, pick } = useControl();
  const of = lead ? pick(world.seats.exercise?.title) : say('who.controlOf', { party: pick(names.party(viewer.party)?.name) });
  // The seat is another object with every event; what it sends is the same.
  const latest = useRef(send);
  latest.current = send;
  const place = useMemo<Place>(() => {
    const act = async (commands: readonly CommandInput[]): Promise<{ done: number; refused?: string | undefined }> => {
      for (const [done, command] of commands.entries()) {
        const refused = await refusalWords(await latest.current(command as Given), command);
        if (refused !== undefined) return { done, refused };
      }
      return { done: commands.length };
    };
    return {
      of,
      kind: 'exercise',
      href: (layout, language) => `${door}/api/msel?${asked(layout, language)}`,
      async templates(signal) {
        return ((await (await ask(`${door}/api/msel/templates`, { signal })).json()) as { templates: string[] }).templates;
      },
      async compare(file, signal) {
        const { steps, ...rest } = await sendBook<Answered>(`${door}/api/msel/changes`, file, signal);
        return { ...rest, steps: steps.map((s) => ({ ...s, key: s.change.id || `row ${s.change.row}`, takes: s.commands.length > 0 })) };
      },
      async take(steps, tell) {
        const outcomes: Outcome[] = [];
        for (const { key, commands = [], back = [] } of steps) {
          const { done, refused } = await act(commands);
          if (done > 0 && refused !== undefined) await act(back);
          outcomes.push({ key, refused });
          tell(outcomes.length);
        }
        return outcomes;
      },
    };
  }, [door, of]);

  return (
    <div className="ct-workbook scroll">
      <Workbook place={place} />
    </div>
  );
}
