import type { Withheld } from '../reconciled';

/** What the API cannot give (docs/plataformas/evolvy.md), and how long ago something was, which goes on. */
export const withheld: Withheld = { Mensagens: ['Entregue em', 'Lida em'], Conversas: ['Há'] };
