import { useControl } from '../../../kit/control/controlContext.ts';
import type { Entry } from '../../../kit/control/entry.ts';

const TONES: Partial<Record<Entry['status'], string>> = {
  due: 'soon',
  held: 'soon',
  late: 'soon',
  partly: 'soon',
  missed: 'late',
  not: 'late',
  met: 'met',
  open: 'act',
};

/** The one chip for the state of a line. */
export function EntryStatus({ status }: { status: Entry['status'] }) {
  const { say } = useControl();
  return <span className={`chip ${TONES[status] ?? ''}`}>{say(`status.${status}`)}</span>;
}
