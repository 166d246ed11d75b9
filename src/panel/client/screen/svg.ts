/** Makes an element of a picture. */
export function svg(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

/** The same with a text in it. */
export function svgText(
  text: string | number,
  attributes: Readonly<Record<string, string | number>>,
): SVGElement {
  const made = svg('text', attributes);
  made.textContent = String(text);
  return made;
}
