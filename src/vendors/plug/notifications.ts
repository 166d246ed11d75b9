import type { MessageKind } from '../../events/message-kinds';
import { word, type WordId } from '../../events/words/word';
import { bracketed } from '../kit/message-text';
import type { ObjectReader } from '../kit/object-reader';
import type { Content } from './content';

/** WhatsApp's notices that stand among the messages, in words. */
const notices: ReadonlyMap<string, WordId> = new Map([
  ['CALL_VOICE', 'voiceCall'],
  ['CALL_VIDEO', 'videoCall'],
  ['CALL_MISSED_VOICE', 'missedVoiceCall'],
  ['CALL_MISSED_VIDEO', 'missedVideoCall'],
  ['GROUP_CREATE', 'groupCreated'],
  ['GROUP_PARTICIPANT_ADD', 'groupAdded'],
  ['GROUP_PARTICIPANT_REMOVE', 'groupRemoved'],
  ['GROUP_PARTICIPANT_LEAVE', 'groupLeft'],
  ['GROUP_PARTICIPANT_INVITE', 'groupInvited'],
  ['GROUP_PARTICIPANT_PROMOTE', 'groupPromoted'],
  ['GROUP_PARTICIPANT_DEMOTE', 'groupDemoted'],
  ['GROUP_MEMBER_LINK_PROPERTY_UPDATE', 'groupLinkChanged'],
  ['MEMBERSHIP_APPROVAL_REQUEST', 'groupJoinAsked'],
  ['REVOKED_MEMBERSHIP_REQUESTS', 'groupJoinWithdrawn'],
  ['NEWSLETTER_ADMIN_PROMOTE', 'channelPromoted'],
  ['NEWSLETTER_ADMIN_DEMOTE', 'channelDemoted'],
  ['REVOKE', 'deleted'],
  ['E2E_ENCRYPTED', 'encrypted'],
  ['CIPHERTEXT', 'encrypted'],
  ['BLUE_MSG_SELF_PREMISE_UNVERIFIED', 'businessUnverified'],
  ['BLUE_MSG_SELF_PREMISE_VERIFIED', 'businessVerified'],
  ['BIZ_MOVE_TO_CONSUMER_APP', 'businessToPersonal'],
  ['PAYMENT_ACTION_REQUEST_DECLINED', 'paymentDeclined'],
  ['PROFILE_NAME_UPDATED', 'profileNameChanged'],
  ['PROFILE_PICTURE_UPDATED', 'profilePhotoChanged'],
  ['CHAT_LABEL_ASSOCIATION', 'labelsChanged'],
]);

const kindOfFirstWord: ReadonlyMap<string, MessageKind> = new Map([
  ['CALL', 'call'],
  ['GROUP', 'group'],
  ['MEMBERSHIP', 'group'],
  ['REVOKED', 'group'],
  ['NEWSLETTER', 'group'],
  ['PAYMENT', 'payment'],
]);

/** A notice in words, with its parameters (phones, amounts); one we do not know by its own name. */
export function readNotification(name: string, message: ObjectReader): Content {
  const raw = message.raw('notificationParameters');
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [];
  const parameters = list.filter((item): item is string => typeof item === 'string');
  const notice = notices.get(name);
  const kind = kindOfFirstWord.get(name.split('_')[0] ?? '') ?? 'system';
  const words = [message.text('profileName'), message.text('linkMode'), ...parameters];
  const text =
    notice === undefined
      ? bracketed(word('notice'), [name, ...words])
      : bracketed(word(notice), words);
  return { kind, text };
}
