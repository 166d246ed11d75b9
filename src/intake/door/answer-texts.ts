import type { Vendor } from '../../vendors/vendor';

/** What the sender of a request reads. Vendors ignore it or log it; a person with `curl` wants to know what was wrong. */
export const answerTexts = {
  accepted: 'OK',
  alive: 'Plantão está no ar. Este endereço recebe webhooks.',
  noScreen:
    'Plantão: este endereço de quadro não vale mais. Crie outro em Plantão > Quadro para TV.',
  refused: 'Plantão: endereço sem segredo válido. Copie a URL de novo em Plantão > Conexões.',
  emptyBody: 'Plantão: o corpo veio vazio; esperamos JSON. O pedido está no Diário.',
  bodyTooLarge: 'Plantão: corpo acima de 1 MB; só o tamanho e o resumo foram guardados no Diário.',
  notJson: 'Plantão: o corpo não é JSON. O pedido está no Diário.',
  notAnObject: 'Plantão: esperamos um objeto JSON ou uma lista deles. O pedido está no Diário.',
  fault: 'Plantão: falha interna ao guardar o pedido. Tente de novo.',
} as const;

/** What a platform reads when its request was accepted. */
export const acceptedText = ({ answer }: Vendor): string =>
  answer.kind === 'json' ? JSON.stringify(answer.value) : answerTexts.accepted;
