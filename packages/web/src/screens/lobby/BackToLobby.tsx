import { useWords } from '../../i18n/words.ts';
import { Icon } from '../../kit/icons.tsx';

export function BackToLobby() {
  const t = useWords('lobby');
  return (
    <a className="lb-backlink small" href="#/">
      <Icon name="back" />
      {t('backToLobby')}
    </a>
  );
}
