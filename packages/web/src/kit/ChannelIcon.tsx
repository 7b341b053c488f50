import { useWords } from '../i18n/words.ts';
import { Icon, type IconName } from './icons.tsx';

const ICONS: Record<string, IconName> = {
  email: 'mail',
  phone: 'phone',
  message: 'message',
  news: 'news',
  statement: 'megaphone',
  social: 'social',
  report: 'report',
  intelligence: 'intelligence',
  order: 'order',
  item: 'item',
  request: 'request',
};

/** The drawing of a channel; with `label`, its word is spoken. */
export function ChannelIcon({ channel, label = false }: { readonly channel: string; readonly label?: boolean }) {
  const t = useWords('kit');
  return <Icon name={ICONS[channel] ?? 'message'} label={label ? t(`channel.${channel}`) : undefined} />;
}
