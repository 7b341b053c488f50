import { Button } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { ItemsTable } from './ItemsTable.tsx';

/** What each party knows now, and a new item in the name of whom lead control plays. */
export function ItemsDesk() {
  const { say, lead, open, ended } = useControl();
  return (
    <ItemsTable
      acts={
        lead &&
        !ended && (
          <Button size="small" icon="plus" className="ct-newitem" onClick={() => open({ kind: 'item' })}>
            {say('items.new')}
          </Button>
        )
      }
    />
  );
}
