import type { Channel as ChannelName } from '../rules/types.gen';
import { channels } from '../rules/words';
import { Icon, type IconName } from '../ui/icon';
import './channel.css';

export const icons: Record<ChannelName, IconName> = {
  chat: 'message-square',
  email: 'mail',
  call: 'phone',
  voicemail: 'voicemail',
  sms: 'smartphone',
  social: 'at-sign',
  task: 'square-check',
  note: 'sticky-note',
};

/** By which channel it came. `short`: only its icon is seen, its name is heard. */
export function Channel({ channel, short = false }: { channel: ChannelName; short?: boolean }) {
  return (
    <span class="channel" title={short ? channels[channel] : undefined}>
      <Icon name={icons[channel]} />
      <span class={short ? 'heard' : undefined}>{channels[channel]}</span>
    </span>
  );
}
