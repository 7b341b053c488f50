import { Button } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { TablesPlace } from '../look/TablesPlace.tsx';
import { useMatterWords } from '../matters/useMatterWords.ts';
import { useVoices } from './OpenPanel.tsx';

/** The tables, and the way to ask there in somebody’s name, where this controller may. */
export function TablesDesk() {
  const { open, ended } = useControl();
  const { t } = useMatterWords();
  const may = useVoices().length > 0 && !ended;
  return (
    <>
      {may && (
        <div className="ct-row ct-tb-bar">
          <span className="ct-grow" />
          <Button size="small" icon="plus" onClick={() => open({ kind: 'matter' })}>
            {t('tables.open')}
          </Button>
        </div>
      )}
      <TablesPlace />
    </>
  );
}
