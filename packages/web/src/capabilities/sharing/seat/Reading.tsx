import type { DoingProps, ReadProps, WriteProps } from '../../../kit/seat/part.ts';
import type { Begun } from '../forms/Doing.tsx';
import { AskForm, Doing, ItemForm } from '../forms/parts.ts';
import { useLook } from '../useSharing.ts';
import { ItemView, RequestView } from './parts.ts';

/** An item, by itself or inside the letter that brought it. */
export function ItemReading({ line, open, acts, start, inside, children }: ReadProps) {
  const look = useLook();
  const item = look?.world.sharing.items.get(line.id);
  if (!look || !item) return null;
  const ask = acts && start ? () => start('ask') : undefined;
  if (inside) return <ItemView look={look} item={item} open={open} ask={ask} inLetter />;
  return (
    <>
      <ItemView look={look} item={item} open={open} ask={ask} />
      <div className="letter after-item">{children}</div>
    </>
  );
}

/** The act that is under way on an item. */
export function ItemDoing({ line, begun, made, go, done }: DoingProps) {
  const look = useLook();
  const item = look?.world.sharing.items.get(line.id);
  return look && item ? <Doing begun={begun as Begun} look={look} item={item} made={made} go={go} done={done} /> : null;
}

export function RequestReading({ line, open, acts }: ReadProps) {
  const look = useLook();
  const request = line.of === undefined ? undefined : look?.world.sharing.requests.get(line.of);
  return look && request ? <RequestView key={request.id} look={look} request={request} open={open} acts={acts} /> : null;
}

export function ItemWriting({ made, done }: WriteProps) {
  const look = useLook();
  return look ? <ItemForm look={look} made={made} done={done} /> : null;
}

export function AskWriting({ made, done }: WriteProps) {
  const look = useLook();
  return look ? <AskForm look={look} made={made} done={done} /> : null;
}
