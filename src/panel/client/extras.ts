/** Parts of the page Dados pessoais that the build adds by `--with`: none. */
export const extraCards = (): readonly HTMLElement[] => [];
