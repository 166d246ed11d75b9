import type { SeededRandom } from '../../twin/runtime/random';

/** An invented agent; hours are those of the team's zone, with their fraction. */
export interface Agent {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly team: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly lunchAt: number;
}

const agent = (
  id: number,
  [name, team]: readonly [string, string],
  [startsAt, endsAt, lunchAt]: readonly [number, number, number],
): Agent => {
  const plain = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const [first = '', ...rest] = plain.toLowerCase().split(' ');
  const email = `${first}.${rest.at(-1) ?? ''}@example.com`;
  return { id: 95_000 + id, name, email, team, startsAt, endsAt, lunchAt };
};

/** The team: seven who open the shop, five who close it. Nobody of them exists. */
export const agents: readonly Agent[] = [
  agent(1, ['Ana Beatriz Souza', 'Suporte'], [8, 17, 12]),
  agent(2, ['Bruno Lima', 'Suporte'], [8, 17, 12.5]),
  agent(3, ['Carla Menezes', 'Entregas'], [8, 17, 12]),
  agent(4, ['Diego Fernandes', 'Vendas'], [8, 17, 13]),
  agent(5, ['Eduarda Rocha', 'Suporte'], [10, 19, 14]),
  agent(6, ['Felipe Nogueira', 'Entregas'], [10, 19, 14.5]),
  agent(7, ['Gabriela Pinto', 'Trocas'], [8, 17, 12]),
  agent(8, ['Henrique Castro', 'Vendas'], [8, 17, 12.25]),
  agent(9, ['Isabela Martins', 'Financeiro'], [9, 18, 12.5]),
  agent(10, ['João Alves', 'Suporte'], [8, 17, 12.75]),
  agent(11, ['Karina Dias', 'Trocas'], [10, 19, 14]),
  agent(12, ['Luís Gustavo de Araújo', 'Vendas'], [10, 19, 15]),
];

/** Teams with the share of conversations that each gets. */
export const teams: readonly (readonly [name: string, share: number])[] = [
  ['Suporte', 0.37],
  ['Vendas', 0.26],
  ['Entregas', 0.18],
  ['Financeiro', 0.12],
  ['Trocas', 0.07],
];

export type Platform = 'huggy' | 'evolvy' | 'weni' | 'plug' | 'treble' | 'generic';

/** Platforms with the share of conversations that come over each. */
export const platforms: readonly (readonly [name: Platform, share: number])[] = [
  ['huggy', 0.74],
  ['evolvy', 0.09],
  ['weni', 0.06],
  ['plug', 0.05],
  ['treble', 0.03],
  ['generic', 0.03],
];

const firstNames =
  'Thiago Vanessa Lucas Antônia Paulo Patrícia Fernanda Camila Marcos Juliana Roberto Rafael Sônia Débora Otávio Lívia Renato Célia Murilo Priscila Igor Tânia Vitor Helena Caio Marina Estela Wagner'.split(
    ' ',
  );
const lastNames =
  'Costa Cardoso Silva Oliveira Gomes Barbosa Teixeira Ribeiro Nunes Moraes Cunha Peixoto Freitas Batista Moreira Rezende Sales Duarte Viana Brito'.split(
    ' ',
  );

/** An invented customer; the numbers are of a block that no one is given. */
export interface Customer {
  readonly id: number;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

/** How many customers come back again and again. */
const customerCount = 1_800;

/** One of the shop's customers. */
export function drawCustomer(random: SeededRandom): Customer {
  const number = random.below(customerCount);
  const first = firstNames[number % firstNames.length] ?? 'Thiago';
  const last = lastNames[Math.floor(number / firstNames.length) % lastNames.length] ?? 'Costa';
  return {
    id: 1_000_000 + number,
    name: `${first} ${last}`,
    phone: `55119000${String(number).padStart(5, '0')}`,
    email: `cliente${number}@example.com`,
  };
}

/** One of weighted things. */
export function choose<T>(random: SeededRandom, things: readonly (readonly [T, number])[]): T {
  const total = things.reduce((sum, [, share]) => sum + share, 0);
  let left = random.next() * total;
  for (const [thing, share] of things) {
    left -= share;
    if (left < 0) return thing;
  }
  const last = things.at(-1);
  if (!last) throw new Error('There is nothing to choose from.');
  return last[0];
}
