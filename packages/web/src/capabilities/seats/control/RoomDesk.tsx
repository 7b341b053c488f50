import { IconButton } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { RoomTable } from './RoomTable.tsx';

/** The room, each seat with its join link. */
export function RoomDesk() {
  return <RoomTable Link={Link} />;
}

function Link({ seat }: { readonly seat: string }) {
  const { say, names, pick, open } = useControl();
  return (
    <IconButton
      size="small"
      icon="link"
      label={`${say('links.title')}: ${names.say(seat, pick, say)}`}
      onClick={() => open({ kind: 'links', seats: [seat] })}
    />
  );
}
