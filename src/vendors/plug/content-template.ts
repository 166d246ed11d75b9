import { word } from '../../events/words/word';
import { said } from '../kit/decoded';
import { bracketed } from '../kit/message-text';
import type { ObjectReader } from '../kit/object-reader';
import { choices, joinLines, type Content, type ReadContent } from './content';
import { readLocation } from './content-media';

/** Messages with buttons and cards. */
export const templateContents: Readonly<Record<string, ReadContent>> = {
  buttonsMessage: readButtons,
  hydratedTemplate: readTemplate,
  carouselMessage: readCarousel,
};

function readButtons(part: ObjectReader): Content {
  const labels = part.items('buttons').map((button) => {
    const label = button.child('buttonText').text('displayText');
    return label ?? button.text('label') ?? '';
  });
  return {
    kind: 'buttons',
    text: joinLines([part.text('message'), choices(labels)]),
    attachmentUrl: said(part.text('imageUrl')) ?? said(part.text('videoUrl')),
  };
}

/** A template's header, title, message, footer and buttons, a line each. */
function readTemplate(part: ObjectReader): Content {
  const header = part.child('header');
  const place = header.has('location') ? readLocation(header.child('location')) : undefined;
  return {
    kind: 'template',
    text: joinLines([
      place?.text,
      part.text('title'),
      part.text('message'),
      part.text('footer'),
      choices(hydratedLabels(part)),
    ]),
    attachmentUrl: headerUrl(header) ?? place?.attachmentUrl,
  };
}

function readCarousel(part: ObjectReader): Content {
  const cards = part.items('cards').map((card) => {
    const url = headerUrl(card.child('header'));
    return { url, text: joinLines([card.text('message'), choices(hydratedLabels(card))]) };
  });
  const texts = cards.map((card, index) => bracketed(`${word('card')} ${index + 1}`, [card.text]));
  return {
    kind: 'template',
    text: joinLines([part.text('text'), ...texts]),
    attachmentUrl: cards.find((card) => card.url !== undefined)?.url,
  };
}

function hydratedLabels(part: ObjectReader): readonly string[] {
  const kinds = ['urlButton', 'quickReplyButton', 'callButton'];
  return part.items('hydratedButtons').map((button) => {
    const kind = kinds.find((name) => button.has(name));
    return kind === undefined ? '' : (button.child(kind).text('displayText') ?? '');
  });
}

function headerUrl(header: ObjectReader): string | undefined {
  const urls = ['image', 'video', 'document'].map((kind) =>
    header.has(kind) ? said(header.child(kind).text(`${kind}Url`)) : undefined,
  );
  return urls.find((url) => url !== undefined);
}
