import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useBackCloses } from '../../kit/useBackCloses.ts';
import { useDismissed } from './dismissed.ts';

/** Where one is within the seat. On a phone the browser's Back goes one view back; it closes the card when that is looked at again. */
export function useViews(door: string) {
  const [cardSeen, dismissCard] = useDismissed(door);
  const [again, lookAgain] = useState(false);
  // Of these, `asked`, `inbox` and `more` are places on a phone only; beside a reading pane they are all now.
  const [place, setPlace] = useState('asked');
  const [reads, read] = useState(false);
  const phone = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false });
  useBackCloses(again, () => lookAgain(false));
  useBackCloses(phone && place !== 'asked', () => setPlace('asked'));
  useBackCloses(phone && reads, () => read(false));
  return {
    ...{ place, reads, read, again },
    showsCard: !cardSeen || again,
    go: (next: string): void => {
      setPlace(next === 'now' ? 'asked' : next);
      read(false);
    },
    showCard: (): void => lookAgain(true),
    putAway: (): void => {
      dismissCard();
      lookAgain(false);
    },
  };
}
