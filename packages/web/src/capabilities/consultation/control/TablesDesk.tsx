import { Button } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { TablesPlace } from '../look/TablesPlace.tsx';
import { useMatterWords } from '../matters/useMatterWords.ts';
import type { Begun } from './acting.ts';
import { useSpeakers } from './useSpeakers.ts';

/** The tables, and the ways to begin something there in a side’s name, where this controller may. */
export function TablesDesk() {
  const may: readonly (readonly [Begun, boolean])[] = [
    ['matter', useSpeakers('matter').length > 0],
    ['table-text', useSpeakers('table-text').length > 0],
    ['decision', useSpeakers('decision').length > 0],
  ];
  const { open } = useControl();
  const { t } = useMatterWords();
  const begun = may.filter(([, can]) => can);
  return (
    <>
      {begun.length > 0 && (
        <div className="ct-row ct-wrap ct-tb-bar">
          <span className="ct-small ct-quiet">{t('tables.for')}</span>
          {begun.map(([kind]) => (
            <Button key={kind} size="small" icon="plus" onClick={() => open({ kind })}>
              {t(`tables.begin.${kind}`)}
            </Button>
          ))}
        </div>
      )}
      <TablesPlace />
    </>
  );
}
