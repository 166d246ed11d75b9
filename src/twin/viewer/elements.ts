/** What to put on a new element: attributes, listeners, children. */
export interface ElementParts {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly onClick?: (event: MouseEvent) => void;
  readonly children?: readonly (Node | string)[];
}

/** Makes an element with its attributes and children. */
export function createElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { attributes = {}, onClick, children = [] }: ElementParts = {},
): HTMLElementTagNameMap[Tag] {
  const element: HTMLElementTagNameMap[Tag] = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (onClick) listenToClicks(element, onClick);
  element.append(...children);
  return element;
}

function listenToClicks(element: HTMLElement, onClick: (event: MouseEvent) => void): void {
  element.addEventListener('click', onClick);
}

/** The element of the page with that id; its absence is our own fault. */
export function findElement(id: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(`#${id}`);
  if (!element) throw new Error(`viewer.html has no element "${id}".`);
  return element;
}
