import { usePreferences } from '../../i18n/preferences.ts';
import { StatusChip } from '../Chip.tsx';
import { shortTime } from '../calendar.ts';
import { useDirectory } from '../Directory.tsx';

/** Said, and spoken, where the writer looks after sending. */
export function Sent({ at }: { readonly at: number }) {
  const { language } = usePreferences();
  const { start } = useDirectory();
  return (
    <span role="status">
      <StatusChip state="sent" detail={shortTime(start, at, language)} />
    </span>
  );
}
