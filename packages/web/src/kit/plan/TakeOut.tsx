import { useSeat } from '../../connection/SeatProvider.tsx';
import { usePreferences } from '../../i18n/preferences.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../Button.tsx';
import { Drop } from '../Drop.tsx';
import { Icon, type IconName } from '../icons.tsx';

const FORMS: readonly (readonly [string, IconName])[] = [
  ['html', 'print'],
  ['xlsx', 'table'],
  ['svg', 'picture'],
  ['ics', 'clock'],
];

/** A plan as its reader has it, taken out: to print, as a workbook, as a picture, as a calendar. `of`: its text. */
export function TakeOut({ of }: { readonly of: string }) {
  const t = useWords('plan');
  const { door } = useSeat();
  const { language } = usePreferences();
  return (
    <Drop
      kind="menu"
      side="below"
      label={t('out.title')}
      button={(given) => (
        <Button size="small" icon="download" {...given}>
          {t('out.title')}
        </Button>
      )}
    >
      {FORMS.map(([as, icon]) => (
        <a
          key={as}
          role="menuitem"
          tabIndex={-1}
          className="px-out"
          href={`${door}/api/plans/${of}?as=${as}&language=${language}`}
          download
        >
          <Icon name={icon} /> {t(`out.${as}`)}
        </a>
      ))}
    </Drop>
  );
}
