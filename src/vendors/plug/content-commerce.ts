import { said } from '../kit/decoded';
import { word, type WordId } from '../../events/words/word';
import { bracketed } from '../kit/message-text';
import type { ObjectReader } from '../kit/object-reader';
import type { Content, ReadContent } from './content';

/** Payments, orders and products. Amounts are shown as they come: their unit is not documented. */
export const commerceContents: Readonly<Record<string, ReadContent>> = {
  pixKeyMessage: readPixKey,
  requestPayment: readPayment('paymentRequest'),
  sendPayment: readPayment('payment'),
  reviewAndPay: readReview('order'),
  reviewOrder: readReview('orderUpdate'),
  order: readCart,
  product: readProduct,
};

function readPixKey(part: ObjectReader): Content {
  const words = [part.text('keyType'), part.text('key'), part.text('merchantName')];
  return { kind: 'payment', text: bracketed(word('pixKey'), words) };
}

function readPayment(label: WordId): ReadContent {
  return (part) => {
    const info = part.child('paymentInfo');
    const amount =
      amountOf(part, 'value', 'currencyCode') ?? amountOf(info, 'value', 'currencyCode');
    return { kind: 'payment', text: bracketed(word(label), [amount, info.text('status')]) };
  };
}

function readReview(label: WordId): ReadContent {
  return (part) => {
    const total = amountOf(part, 'total', 'currency');
    const words = [part.id('referenceId'), products(part), total, part.text('orderStatus')];
    return { kind: 'order', text: bracketed(word(label), words) };
  };
}

function readCart(part: ObjectReader): Content {
  const words = [part.text('orderTitle'), products(part), amountOf(part, 'total', 'currency')];
  const text = bracketed(word('cart'), [...words, part.text('message')]);
  return { kind: 'order', text };
}

function readProduct(part: ObjectReader): Content {
  const price = amountOf(part, 'price', 'currencyCode');
  return {
    kind: 'product',
    text: bracketed(word('product'), [part.text('title'), part.text('description'), price]),
    attachmentUrl: said(part.text('url')) ?? said(part.text('productImage')),
  };
}

function products(part: ObjectReader): string {
  return part
    .items('products')
    .map((product) => `${product.number('quantity') ?? 1}× ${product.text('name') ?? '?'}`)
    .join(' + ');
}

/** What is no amount is left out: the message is worth more than it. */
function amountOf(part: ObjectReader, key: string, currencyKey: string): string | undefined {
  const raw = part.raw(key);
  const amount =
    typeof raw === 'string' || typeof raw === 'number' ? said(part.text(key)) : undefined;
  if (amount === undefined) return undefined;
  return [part.text(currencyKey), amount].filter(Boolean).join(' ');
}
