import { Button, IconButton } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { EVERYONE } from '../../../kit/control/entry.ts';
import { MarkIcon } from '../../../kit/control/Mark.tsx';
import { useControlParts } from '../../../kit/control/part.ts';
import { Drop } from '../../../kit/Drop.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import type { Filter } from './msel.ts';
import type { TimeWindow } from './timeWindow.ts';
import { Zoom } from './Zoom.tsx';

export type View = 'timeline' | 'table';
export interface ToolbarProps {
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly window: TimeWindow;
  readonly setWindow: (window: TimeWindow) => void;
}

/** What of the MSEL is shown, how much time fits, picture or table, and what the marks mean. */
export function Toolbar(props: ToolbarProps) {
  const { say } = useControl();
  const { view, setView } = props;
  return (
    <>
      <Filters {...props} />
      {view === 'timeline' && <Zoom window={props.window} setWindow={props.setWindow} className="ct-narrow" />}
      <IconButton
        kind="plain"
        size="small"
        icon="list"
        label={say('timeline.table')}
        pressed={view === 'table'}
        onClick={() => setView(view === 'table' ? 'timeline' : 'table')}
      />
      {view === 'timeline' && <Legend />}
    </>
  );
}

/** States, by the colour of a mark. */
const COLOURS = ['future', 'hand', 'done', 'met', 'late', 'missed'] as const;

/** What the marks mean, for whoever asks: shapes, then colours. */
function Legend() {
  const { say } = useControl();
  const legend = useControlParts()
    .flatMap((part) => part.legend ?? [])
    .sort((a, b) => a.order - b.order);
  return (
    <Drop
      kind="note"
      side="below"
      label={say('timeline.legend')}
      button={(given) => <IconButton kind="plain" size="small" icon="question" label={say('timeline.legend')} {...given} />}
    >
      <p className="ct-small">{say('timeline.legendTitle')}</p>
      <ul className="ct-legend">
        {legend.map(({ name, order: _, ...mark }) => (
          <li key={name}>
            <MarkIcon {...mark} />
            {say(name)}
          </li>
        ))}
        {COLOURS.map((colour) => (
          <li key={colour}>
            <svg className="ct-mark ct-markicon" viewBox="0 0 20 20" aria-hidden="true">
              <circle cx="10" cy="10" r="6" className={`ct-mark-${colour}`} />
            </svg>
            {say(`timeline.colour.${colour}`)}
          </li>
        ))}
      </ul>
    </Drop>
  );
}

function Filters({ filter, setFilter }: ToolbarProps) {
  const { names, lead, acts, pick, say, world } = useControl();
  const objectives = world.seats.objectives?.list ?? [];
  return (
    <>
      {acts && (
        <Button size="small" icon="filter" pressed={filter.mine} onClick={() => setFilter({ ...filter, mine: !filter.mine })}>
          {say('filter.mine')}
        </Button>
      )}
      {lead && (
        <span className="ct-filter">
          <Choose
            bare
            title={say('filter.party')}
            data={[
              { value: '', label: say('filter.allParties') },
              ...names.parties.map((p) => ({ value: p.id, label: pick(p.name) })),
              { value: EVERYONE, label: say('timeline.everyone') },
            ]}
            value={filter.party ?? ''}
            change={(party) => setFilter({ ...filter, party: party || undefined })}
          />
        </span>
      )}
      {objectives.length > 0 && (
        <span className="ct-filter">
          <Choose
            bare
            title={say('filter.objective')}
            data={[{ value: '', label: say('filter.allObjectives') }, ...objectives.map((o) => ({ value: o.id, label: pick(o.text) }))]}
            value={filter.objective ?? ''}
            change={(objective) => setFilter({ ...filter, objective: objective || undefined })}
          />
        </span>
      )}
    </>
  );
}
