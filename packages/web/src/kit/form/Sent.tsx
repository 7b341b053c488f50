import { StatusChip } from '../Chip.tsx';
import { shortTime } from '../calendar.ts';
import { useDirectory } from '../Directory.tsx';

/** Said, and spoken, where the writer looks after sending. */
export function Sent({ at }: { readonly at: number }) {
  const { start } = useDirectory();
  return (
    <span role="status">
      <StatusChip state="sent" detail={shortTime(start, at)} />
    </span>
  );
}
