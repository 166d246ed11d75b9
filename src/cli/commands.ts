/** A text of the command line, in the languages of those who use it. */
export interface CommandText {
  readonly pt: string;
  readonly es: string;
  readonly en: string;
}

/** One option; those of type `string` are followed by a value, which the help calls `value`. */
interface CommandOption {
  readonly type: 'string' | 'boolean';
  readonly default?: string | boolean;
  /** May be given several times. */
  readonly multiple?: true;
  readonly value?: string;
  readonly about: CommandText;
}

/** What a command does, and every option that it takes. */
export interface Command {
  /** As it stands behind `npm run`; `start` may leave out `run`. */
  readonly name: string;
  readonly about: CommandText;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** What may stand behind the options, without a name. */
  readonly argument?: { readonly name: string; readonly about: CommandText };
}

const scriptId = {
  type: 'string',
  value: 'ID',
  about: {
    pt: 'ID do script, ou o endereço do editor; depois do primeiro envio, fica lembrado',
    es: 'ID de la secuencia de comandos, o la dirección del editor; tras el primer envío, queda recordado',
    en: 'script ID, or the address of the editor; remembered after the first push',
  },
} as const;

const target = {
  type: 'string',
  default: 'prod',
  value: 'prod|dev',
  about: {
    pt: 'qual planilha: a da equipe ou a de ensaio; cada uma é lembrada à parte',
    es: 'qué hoja: la del equipo o la de ensayo; cada una se recuerda aparte',
    en: 'which spreadsheet: the team’s or the one for trying out; each is remembered by itself',
  },
} as const;

const extra = {
  type: 'string',
  value: 'bigquery',
  about: {
    pt: 'inclui o arquivo no BigQuery, que pede uma permissão a mais',
    es: 'incluye el archivo en BigQuery, que pide un permiso más',
    en: 'adds the archive in BigQuery, which asks for one more permission',
  },
} as const;

const authorised = {
  type: 'boolean',
  default: false,
  about: {
    pt: 'a permissão nova de --with já foi dada no editor',
    es: 'el permiso nuevo de --with ya se dio en el editor',
    en: 'the new permission of --with was given in the editor already',
  },
} as const;

/** Every command of the command line. */
export const commands = {
  start: {
    name: 'start',
    about: {
      pt: 'Abre o Plantão nesta máquina, sem conta Google, até Ctrl-C.',
      es: 'Abre Plantão en esta máquina, sin cuenta de Google, hasta Ctrl-C.',
      en: 'Opens Plantão on this machine, without a Google account, until Ctrl-C.',
    },
    options: {
      port: {
        type: 'string',
        default: '8787',
        value: 'N',
        about: {
          pt: 'porta em 127.0.0.1; 0 pega uma livre',
          es: 'puerto en 127.0.0.1; 0 toma uno libre',
          en: 'port on 127.0.0.1; 0 takes a free one',
        },
      },
      data: {
        type: 'string',
        default: '.plantao',
        value: 'PASTA',
        about: {
          pt: 'pasta em que os dados ficam',
          es: 'carpeta en que quedan los datos',
          en: 'folder in which the data are kept',
        },
      },
      open: {
        type: 'boolean',
        default: false,
        about: {
          pt: 'abre o navegador',
          es: 'abre el navegador',
          en: 'opens the browser',
        },
      },
      locale: {
        type: 'string',
        default: 'pt_BR',
        value: 'pt_BR',
        about: {
          pt: 'localidade de uma planilha nova, e a língua de quem a usa',
          es: 'configuración regional de una hoja nueva, y el idioma de quien la usa',
          en: 'locale of a new spreadsheet, and the language of whoever uses it',
        },
      },
      timezone: {
        type: 'string',
        default: 'America/Sao_Paulo',
        value: 'America/Sao_Paulo',
        about: {
          pt: 'fuso de uma planilha nova e da equipe',
          es: 'zona horaria de una hoja nueva y del equipo',
          en: 'zone of a new spreadsheet, and of the team',
        },
      },
      route: {
        type: 'string',
        multiple: true,
        value: 'DE=PARA',
        about: {
          pt: 'envia as chamadas a um endereço para um servidor desta máquina: https://flows.weni.ai=http://127.0.0.1:9001; pode se repetir',
          es: 'envía las llamadas a una dirección a un servidor de esta máquina: https://flows.weni.ai=http://127.0.0.1:9001; puede repetirse',
          en: 'sends calls to an address to a server on this machine: https://flows.weni.ai=http://127.0.0.1:9001; may be repeated',
        },
      },
      'virtual-clock': {
        type: 'boolean',
        default: false,
        about: {
          pt: 'relógio que só anda quando mandam',
          es: 'reloj que solo avanza cuando se le pide',
          en: 'a clock that moves only when it is told to',
        },
      },
      slow: {
        type: 'boolean',
        default: false,
        about: {
          pt: 'tão devagar quanto o Google',
          es: 'tan lento como Google',
          en: 'as slow as Google',
        },
      },
    },
  },
  build: {
    name: 'build',
    about: {
      pt: 'Monta dist/, dist-paste/, dist-lib/ e build/.',
      es: 'Arma dist/, dist-paste/, dist-lib/ y build/.',
      en: 'Makes dist/, dist-paste/, dist-lib/ and build/.',
    },
    options: { with: extra },
  },
  release: {
    name: 'release',
    about: {
      pt: 'Monta o código e escreve release/: o arquivo para colar, o manifesto, as somas e o guia com figuras.',
      es: 'Arma el código y escribe release/: el archivo para pegar, el manifiesto, las sumas y la guía con figuras.',
      en: 'Builds the code and writes release/: the file to paste, the manifest, the sums and the guide with pictures.',
    },
    options: {},
  },
  push: {
    name: 'push',
    about: {
      pt: 'Monta o código e o envia ao projeto da planilha.',
      es: 'Arma el código y lo envía al proyecto de la hoja de cálculo.',
      en: 'Builds the code and sends it to the project of the spreadsheet.',
    },
    options: { 'script-id': scriptId, to: target, with: extra },
  },
  deploy: {
    name: 'deploy',
    about: {
      pt: 'Envia o código, publica uma nova versão no mesmo endereço e chama o endereço para ver se é ela que responde.',
      es: 'Envía el código, publica una nueva versión en la misma dirección y llama a la dirección para ver si es ella la que responde.',
      en: 'Sends the code, publishes a new version at the same address, and calls the address to see that it answers.',
    },
    options: {
      'script-id': scriptId,
      to: target,
      with: extra,
      authorised,
      new: {
        type: 'string',
        value: 'NOME',
        about: {
          pt: 'cria antes uma planilha nova com este nome, com a conta em que o clasp entrou',
          es: 'crea antes una hoja de cálculo nueva con este nombre, con la cuenta con que entró clasp',
          en: 'makes a new spreadsheet of that name first, with the account that clasp is signed in with',
        },
      },
      'dry-run': {
        type: 'boolean',
        default: false,
        about: {
          pt: 'ensaio: diz o que seria feito, e nada muda no Google',
          es: 'ensayo: dice lo que se haría, y nada cambia en Google',
          en: 'says what would be done, and nothing changes at Google',
        },
      },
      deployment: {
        type: 'string',
        value: 'ID',
        about: {
          pt: 'implantação a atualizar: ID ou endereço; necessária quando há mais de uma',
          es: 'implementación por actualizar: ID o dirección; necesaria cuando hay más de una',
          en: 'deployment to update: ID or address; needed when there is more than one',
        },
      },
      create: {
        type: 'boolean',
        default: false,
        about: {
          pt: 'cria a primeira implantação, se ainda não há nenhuma',
          es: 'crea la primera implementación, si aún no hay ninguna',
          en: 'makes the first deployment when there is none',
        },
      },
    },
  },
  template: {
    name: 'template',
    about: {
      pt: 'Prepara a planilha que outros copiam, com o arquivo de release/ dentro, e diz o que falta clicar. De novo: envia a versão nova à mesma planilha.',
      es: 'Prepara la hoja de cálculo que otros copian, con el archivo de release/ dentro, y dice qué falta pulsar. Otra vez: envía la versión nueva a la misma hoja.',
      en: 'Prepares the spreadsheet that others copy, with the file of release/ in it, and says what is left to click. Again: sends the new version to the same one.',
    },
    options: {
      title: {
        type: 'string',
        default: 'Plantão',
        value: 'NOME',
        about: {
          pt: 'nome da planilha; as cópias começam com ele',
          es: 'nombre de la hoja; las copias empiezan con él',
          en: 'name of the spreadsheet; copies begin with it',
        },
      },
    },
  },
  demo: {
    name: 'demo',
    about: {
      pt: 'Abre o Plantão com uma equipe inventada: 30 dias de história e depois o dia ao vivo, até Ctrl-C. Nada é guardado.',
      es: 'Abre Plantão con un equipo inventado: 30 días de historia y después el día en vivo, hasta Ctrl-C. No se guarda nada.',
      en: 'Opens Plantão with an invented team: 30 days of history, then the day as it goes, until Ctrl-C. Nothing is kept.',
    },
    options: {
      port: {
        type: 'string',
        default: '8787',
        value: 'N',
        about: {
          pt: 'porta em 127.0.0.1; 0 pega uma livre',
          es: 'puerto en 127.0.0.1; 0 toma uno libre',
          en: 'port on 127.0.0.1; 0 takes a free one',
        },
      },
      seed: {
        type: 'string',
        default: 'plantao',
        value: 'S',
        about: {
          pt: 'semente; a mesma, no mesmo momento, dá a mesma equipe e os mesmos eventos',
          es: 'semilla; la misma, en el mismo momento, da el mismo equipo y los mismos eventos',
          en: 'seed; the same one, at the same moment, gives the same team and events',
        },
      },
      days: {
        type: 'string',
        default: '30',
        value: 'N',
        about: {
          pt: 'dias de história',
          es: 'días de historia',
          en: 'days of history',
        },
      },
      at: {
        type: 'string',
        value: '2026-11-24T11:22',
        about: {
          pt: 'momento em que fica ao vivo, em GMT-3; sem ele, agora, ou a última manhã de dia útil',
          es: 'momento en que queda en vivo, en GMT-3; sin él, ahora, o la última mañana de día hábil',
          en: 'moment at which it goes live, in GMT-3; without it now, or the last morning of a weekday',
        },
      },
      locale: {
        type: 'string',
        default: 'pt_BR',
        value: 'pt_BR',
        about: {
          pt: 'localidade da planilha, e a língua de quem a usa',
          es: 'configuración regional de la hoja, y el idioma de quien la usa',
          en: 'locale of the spreadsheet, and the language of whoever uses it',
        },
      },
      open: {
        type: 'boolean',
        default: false,
        about: {
          pt: 'abre o navegador',
          es: 'abre el navegador',
          en: 'opens the browser',
        },
      },
    },
  },
  recalculate: {
    name: 'recalculate',
    about: {
      pt: 'Abre a planilha da demonstração no LibreOffice e compara cada fórmula.',
      es: 'Abre la hoja de la demostración en LibreOffice y compara cada fórmula.',
      en: "Opens the demonstration's spreadsheet in LibreOffice and compares every formula.",
    },
    options: {
      days: {
        type: 'string',
        default: '5',
        value: 'N',
        about: { pt: 'dias de história', es: 'días de historia', en: 'days of history' },
      },
      locale: {
        type: 'string',
        default: 'pt_BR',
        value: 'L',
        about: {
          pt: 'localidade da planilha',
          es: 'configuración regional de la hoja',
          en: 'locale of the spreadsheet',
        },
      },
      office: {
        type: 'string',
        default: 'soffice',
        value: 'F',
        about: {
          pt: 'onde está o LibreOffice',
          es: 'dónde está LibreOffice',
          en: 'where LibreOffice is',
        },
      },
    },
  },
  picture: {
    name: 'picture',
    about: {
      pt: 'Tira as fotos das abas para docs/images, com a equipe inventada de npm run demo.',
      es: 'Toma las fotos de las hojas para docs/images, con el equipo inventado de npm run demo.',
      en: 'Takes the pictures of the tabs for docs/images, with the invented team of npm run demo.',
    },
    options: {
      days: {
        type: 'string',
        default: '30',
        value: 'N',
        about: {
          pt: 'dias de história',
          es: 'días de historia',
          en: 'days of history',
        },
      },
      seed: {
        type: 'string',
        default: 'plantao',
        value: 'S',
        about: {
          pt: 'semente da equipe e dos eventos',
          es: 'semilla del equipo y de los eventos',
          en: 'seed of the team and the events',
        },
      },
    },
  },
  texts: {
    name: 'texts',
    about: {
      pt: 'Mostra todos os textos do app, em português e inglês, para quem traduz.',
      es: 'Muestra todos los textos de la app, en portugués e inglés, para quien traduce.',
      en: 'Prints every text of the app, in Portuguese and English, for whoever translates.',
    },
    options: {},
  },
  docs: {
    name: 'docs',
    about: {
      pt: 'Escreve as partes das páginas de docs/ que são feitas a partir do código.',
      es: 'Escribe las partes de las páginas de docs/ que se hacen a partir del código.',
      en: 'Writes the parts of the pages in docs/ that are made from the code.',
    },
    options: {},
  },
  probe: {
    name: 'probe',
    about: {
      pt: 'Monta dist-paste/Sonda.gs, que mede o Google numa planilha descartável, ou compara o resultado dela com o gêmeo local.',
      es: 'Arma dist-paste/Sonda.gs, que mide Google en una hoja desechable, o compara su resultado con el gemelo local.',
      en: 'Makes dist-paste/Sonda.gs, which measures Google in a throw-away spreadsheet, or compares its result with the twin.',
    },
    options: {},
    argument: {
      name: 'ARQUIVO',
      about: {
        pt: 'o resultado da sonda, como sonda.json',
        es: 'el resultado de la sonda, como sonda.json',
        en: 'the result of a probe, such as sonda.json',
      },
    },
  },
  site: {
    name: 'site',
    about: {
      pt: 'Faz das páginas do projeto um site com busca em build/site, que se lê do disco.',
      es: 'Hace de las páginas del proyecto un sitio con buscador en build/site, que se lee del disco.',
      en: 'Makes a site with a search in build/site of the pages of the project, to be read from the disk.',
    },
    options: {},
  },
  simulate: {
    name: 'simulate',
    about: {
      pt: 'Simula execuções ao mesmo tempo, com falhas, e confere que nada se perde nem se repete.',
      es: 'Simula ejecuciones simultáneas, con fallas, y verifica que nada se pierda ni se repita.',
      en: 'Simulates executions at the same time, with faults, and checks that nothing is lost or doubled.',
    },
    options: {
      seed: {
        type: 'string',
        value: 'S',
        about: {
          pt: 'semente; a mesma dá a mesma simulação',
          es: 'semilla; la misma da la misma simulación',
          en: 'seed; the same one gives the same simulation',
        },
      },
      runs: {
        type: 'string',
        value: 'N',
        about: {
          pt: 'quantas simulações (200; com --seed, 1)',
          es: 'cuántas simulaciones (200; con --seed, 1)',
          en: 'how many simulations (200; with --seed, 1)',
        },
      },
      'crash-points': {
        type: 'boolean',
        default: false,
        about: {
          pt: 'em vez disso, cada momento em que uma execução pode morrer',
          es: 'en su lugar, cada momento en que una ejecución puede morir',
          en: 'every moment at which an execution may die instead',
        },
      },
      processes: {
        type: 'string',
        value: 'N',
        about: {
          pt: 'processos ao mesmo tempo (um por núcleo)',
          es: 'procesos simultáneos (uno por núcleo)',
          en: 'processes at the same time (one for each core)',
        },
      },
    },
  },
  bench: {
    name: 'bench',
    about: {
      pt: 'Mede este código ao lado dos caminhos usuais; o resultado vai para docs/bench.md.',
      es: 'Mide este código junto a las formas usuales; el resultado va a docs/bench.md.',
      en: 'Measures this code beside the usual ways; the result goes to docs/bench.md.',
    },
    options: {
      quick: {
        type: 'boolean',
        default: false,
        about: {
          pt: 'medida curta, que só é mostrada',
          es: 'medición corta, que solo se muestra',
          en: 'a short measurement, which is only shown',
        },
      },
      seed: {
        type: 'string',
        default: 'plantao',
        value: 'S',
        about: {
          pt: 'semente da carga',
          es: 'semilla de la carga',
          en: 'seed of the load',
        },
      },
      part: {
        type: 'string',
        value: 'P',
        about: {
          pt: 'só esta parte: usual, fresh, hour, day, size, processor',
          es: 'solo esta parte: usual, fresh, hour, day, size, processor',
          en: 'this part alone: usual, fresh, hour, day, size, processor',
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, Command>>;
