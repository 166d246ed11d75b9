import { column, say } from './columns';

/** The platform's name. */
export const vendorColumn = column('vendor', 'text', {
  title: say('Plataforma', 'Plataforma', 'Platform'),
  note: say('De onde o evento veio.', 'De dónde vino el evento.', 'Where the event came from.'),
  widthPx: 110,
});

/** The connection's label. */
export const accountColumn = column('account', 'text', {
  title: say('Conta', 'Cuenta', 'Account'),
  note: say(
    'Nome que você deu à conexão.',
    'Nombre que le dio a la conexión.',
    'The label you gave the connection.',
  ),
});
