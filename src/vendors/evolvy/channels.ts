import { channelName } from '../kit/channel-name';
import type { Maybe } from '../kit/object-reader';

/** `Channel::Whatsapp` as people call it; a channel that is not known keeps the vendor's word. */
export function readChannel(channel: Maybe<string>): Maybe<string> {
  return channel ? channelName(channel.replace(/^Channel::/i, '').trim()) : channel;
}
