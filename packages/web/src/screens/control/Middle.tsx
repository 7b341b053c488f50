import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { useControl } from '../../kit/control/controlContext.ts';
import type { Entry } from '../../kit/control/entry.ts';
import { EmptyState } from '../../kit/Panel.tsx';
import type { Centre } from './centre.ts';
import { MselTable } from './msel/MselTable.tsx';
import { Timeline } from './msel/Timeline.tsx';
import { Toolbar } from './msel/Toolbar.tsx';
import { CentreTabs } from './Places.tsx';
import type { Desk } from './useDesk.ts';

interface MiddleProps {
  readonly desk: Desk;
  readonly centres: readonly Centre[];
  readonly hands: ReadonlySet<string>;
  readonly waitsFor: (entry: Entry) => string;
  /** Beside the filters of the MSEL. */
  readonly tools?: ReactNode;
}

/** The middle of the desk: the MSEL as a picture or a table, or a place that a capability gave. */
export function Middle({ desk, centres, hands, waitsFor, tools }: MiddleProps) {
  const { phone, view, centre, filter, window, setWindow } = desk;
  const shown = centres.find((c) => c.name === centre) ?? centres[0];
  const Place = shown?.Place;
  const empty = useControl().entries.length === 0;
  const picture = view === 'timeline' && !phone;
  return (
    <section className="ct-panel ct-msel" aria-label={useWords(shown?.words ?? 'control')(`centre.${shown?.name}`)}>
      <header className="ct-head ct-toolbar">
        <CentreTabs centres={centres} centre={centre} go={desk.go} />
        <span className="ct-grow" />
        {!Place && tools}
        {!Place && !empty && <Toolbar {...desk} view={picture ? 'timeline' : 'table'} />}
      </header>
      {Place ? (
        <Place />
      ) : empty ? (
        <NothingYet />
      ) : picture ? (
        <Timeline
          filter={filter}
          window={window}
          setWindow={setWindow}
          hands={hands}
          waitsFor={waitsFor}
          folded={desk.folded}
          fold={desk.fold}
        />
      ) : (
        <MselTable filter={filter} hands={hands} waitsFor={waitsFor} />
      )}
    </section>
  );
}

/** What will stand here, and when. */
function NothingYet() {
  const { say, lead, viewer, names, pick } = useControl();
  const party = pick(names.party(viewer.party)?.name);
  return <EmptyState title={say('nothingYet.title')}>{say(`nothingYet.${lead ? 'lead' : party ? 'party' : 'all'}`, { party })}</EmptyState>;
}
