import { Button, IconButton } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { MarkIcon } from './Mark.tsx';
import { EVERYONE, type Filter } from './msel.ts';
import type { TimeWindow } from './timeWindow.ts';
import { Zoom } from './Zoom.tsx';

export type View = 'timeline' | 'table' | 'items';
export interface ToolbarProps {
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly view: View;
  readonly setView: (view: View) => void;
  /** How many items of information this side holds; without any there is nothing to go to. */
  readonly items: number;
  readonly window: TimeWindow;
  readonly setWindow: (window: TimeWindow) => void;
}

/** What the marks mean, what is shown, how much time fits, picture or table. */
export function Toolbar(props: ToolbarProps) {
  const { say } = useControl();
  return (
    <header className="ct-head ct-toolbar">
      {props.items > 0 ? <Choice {...props} /> : <h2>MSEL</h2>}
      {props.view !== 'items' && <Legend />}
      <span className="ct-grow" />
      {props.view !== 'items' && <Filters {...props} />}
      {props.view === 'timeline' && <Zoom window={props.window} setWindow={props.setWindow} className="ct-narrow" />}
      {props.view !== 'items' && (
        <IconButton
          kind="plain"
          size="small"
          icon="list"
          label={say('timeline.table')}
          pressed={props.view === 'table'}
          onClick={() => props.setView(props.view === 'table' ? 'timeline' : 'table')}
        />
      )}
    </header>
  );
}

/** What stands in the middle: the MSEL, or who holds which item now. */
function Choice({ view, setView, items }: ToolbarProps) {
  const { say } = useControl();
  return (
    <fieldset className="ct-tabs" aria-label={say('timeline.view')}>
      <button type="button" aria-pressed={view !== 'items'} onClick={() => setView('timeline')}>
        MSEL
      </button>
      <button type="button" className="ct-itemsview" aria-pressed={view === 'items'} onClick={() => setView('items')}>
        {say('items.count', { count: items })}
      </button>
    </fieldset>
  );
}

function Legend() {
  const { say } = useControl();
  return (
    <ul className="ct-legend" aria-label={say('timeline.legend')}>
      <li>
        <MarkIcon kind="inject" happened status="released" />
        {say('kind.inject')}
      </li>
      <li>
        <MarkIcon kind="expected" />
        {say('kind.expectedShort')}
      </li>
      <li>
        <MarkIcon kind="inject" contingency />
        {say('kind.contingencyShort')}
      </li>
      <li>
        <MarkIcon kind="decision" />
        {say('kind.decision')}
      </li>
      <li>
        <MarkIcon kind="inject" waits status="waiting" />
        {say('kind.waits')}
      </li>
    </ul>
  );
}

function Filters({ filter, setFilter }: ToolbarProps) {
  const { names, lead, pick, say, world } = useControl();
  const objectives = world.seats.objectives?.list ?? [];
  return (
    <>
      <Button size="small" icon="filter" pressed={filter.mine} onClick={() => setFilter({ ...filter, mine: !filter.mine })}>
        {say('filter.mine')}
      </Button>
      {lead && (
        <select
          className="ct-select ct-filter"
          aria-label={say('filter.party')}
          value={filter.party ?? ''}
          onChange={(e) => setFilter({ ...filter, party: e.target.value || undefined })}
        >
          <option value="">{say('filter.allParties')}</option>
          {names.parties.map((p) => (
            <option key={p.id} value={p.id}>
              {pick(p.name)}
            </option>
          ))}
          <option value={EVERYONE}>{say('timeline.everyone')}</option>
        </select>
      )}
      {objectives.length > 0 && (
        <select
          className="ct-select ct-filter"
          aria-label={say('filter.objective')}
          value={filter.objective ?? ''}
          onChange={(e) => setFilter({ ...filter, objective: e.target.value || undefined })}
        >
          <option value="">{say('filter.allObjectives')}</option>
          {objectives.map((o) => (
            <option key={o.id} value={o.id}>
              {pick(o.text)}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
