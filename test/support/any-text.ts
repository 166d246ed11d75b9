import fc from 'fast-check';

/** Texts of any code points, halves of a pair among them. fast-check's own `binary` unit takes a second to be made, in every file. */
export const anyText = (maxLength = 12): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff)), { maxLength })
    .map((codes) => String.fromCodePoint(...codes));
