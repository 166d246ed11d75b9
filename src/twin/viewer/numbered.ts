/** Items by number, as the grid library's file format wants styles, formats and borders. */
export class Numbered<Item> {
  readonly byNumber: Record<number, Item> = {};
  readonly #numbers = new Map<string, number>();

  find(item: Item): number {
    const key = JSON.stringify(item);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size + 1;
    this.#numbers.set(key, number);
    this.byNumber[number] = item;
    return number;
  }
}
