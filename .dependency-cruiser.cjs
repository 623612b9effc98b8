// Who may import whom; the picture is in ARCHITECTURE.md. Each comment says where the code belongs instead.

const FUNCTIONS = '^cloudfunctions/(?!shared/)';
const NODE_ONLY = ['core'];

/** What runs in the cloud, on a phone and in a browser alike: of all that lies in cloudfunctions/, clients import this alone. */
const UNIVERSAL = '^cloudfunctions/shared/universal/';

/** Which other topics a topic may name, in `domain`, `usecases` and `store`; whoever is in no list names nobody. */
const NAMED_BY = {
  poll: ['voting', 'counting', 'editing', 'spread', 'fairplay', 'scheduling'],
  voting: ['poll', 'spread', 'scheduling', 'fairplay'],
  fairplay: ['poll', 'voting', 'counting', 'outcome', 'scheduling'],
  counting: ['poll', 'voting', 'spread', 'jury', 'fairplay', 'reminders'],
  team: ['editing', 'jury'],
  jury: ['editing', 'team', 'counting', 'scheduling'],
  media: ['editing', 'nominations', 'team'],
  editing: ['poll', 'counting', 'team', 'jury', 'acts', 'media', 'nominations', 'spread', 'reminders', 'files'],
  acts: ['poll', 'counting', 'editing', 'jury', 'team', 'reminders', 'scheduling', 'outcome'],
  nominations: ['editing', 'media', 'team', 'reminders'],
  outcome: ['poll', 'counting', 'editing', 'team', 'jury', 'media', 'acts', 'scheduling'],
  feedback: ['poll', 'counting', 'team', 'scheduling'],
  imports: ['editing', 'team', 'exports', 'files'],
  exports: [
    'poll',
    'voting',
    'counting',
    'editing',
    'team',
    'acts',
    'media',
    'nominations',
    'imports',
    'spread',
    'files',
  ],
  spread: ['poll', 'editing', 'team', 'scheduling', 'files'],
  reminders: ['poll', 'counting', 'nominations', 'spread', 'scheduling'],
  files: ['scheduling'],
  service: [],
  scheduling: ['poll', 'counting', 'reminders', 'spread', 'files', 'outcome', 'feedback', 'fairplay'],
};

/** What a file beside a page may begin with that does something with the world. */
const VERBS = [
  ...[
    'apply',
    'arrive',
    'ask',
    'cast',
    'check',
    'draw',
    'find',
    'go',
    'learn',
    'load',
    'make',
    'open',
    'paste',
    'propose',
    'send',
  ],
  'tell',
];

const inTopics = (names) => `^cloudfunctions/shared/(domain|usecases|store)/(${names.join('|')})/`;

const topics = Object.entries(NAMED_BY).map(([topic, named]) => ({
  name: `${topic}-names-its-neighbours`,
  comment: `The topic ${topic} may name ${named.join(', ') || 'no other'}. What both need belongs into the one that both may name.`,
  severity: 'error',
  from: { path: inTopics([topic]) },
  to: { path: inTopics(Object.keys(NAMED_BY)), pathNot: inTopics([topic, ...named]) },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that import each other, be it types alone, have one reason to exist between them: move what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-deployed-imports-the-workshop',
      comment:
        'scripts/ and tests/ never reach a phone or the cloud. What both sides need belongs into cloudfunctions/shared/universal.',
      severity: 'error',
      from: { path: '^(cloudfunctions|miniprogram|website)/' },
      to: { path: '^(scripts|tests)/' },
    },
    {
      name: 'scripts-import-no-tests',
      comment: 'A script that needs a builder or a harness of the tests wants it in scripts/.',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { path: '^tests/' },
    },

    {
      name: 'local-cloud-knows-no-product',
      comment:
        'The local cloud serves any functions. What it needs of this product is an option of startLocalCloud, given by ' +
        'scripts/cloud.ts and the tests.',
      severity: 'error',
      from: { path: '^scripts/local-cloud/' },
      to: { path: '^(cloudfunctions|miniprogram|website|scripts)/', pathNot: '^scripts/(local-cloud|random)/' },
    },
    {
      name: 'preview-knows-no-product',
      comment:
        'The preview shows any mini-program. What it needs of this product is a PreviewProgram, given by scripts/start/program.ts.',
      severity: 'error',
      from: { path: '^scripts/preview/' },
      to: { path: '^(cloudfunctions|miniprogram|website|scripts)/', pathNot: '^scripts/(preview|wechat-files)/' },
    },

    // The client
    {
      name: 'client-reaches-the-cloud-by-services',
      comment:
        'Pages, stores and components know no contract. Write a function in miniprogram/services and import that; ' +
        'it may hand on the contract’s types.',
      severity: 'error',
      from: { path: '^miniprogram/(?!services/)' },
      to: {
        path: '^cloudfunctions/',
        pathNot: UNIVERSAL,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'services-import-types-of-the-contract-only',
      comment:
        'The contract’s schemas carry zod, which is too heavy for a phone; the cloud checks them. Write `import type`. ' +
        'What a phone runs as well as the cloud lies in cloudfunctions/shared/universal; rules live in the cloud.',
      severity: 'error',
      from: { path: '^miniprogram/services/' },
      to: {
        path: '^cloudfunctions/',
        pathNot: UNIVERSAL,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'client-types-come-from-the-contract',
      comment: 'What crosses the wire is declared in cloudfunctions/shared/contract; import the type from there.',
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { path: '^cloudfunctions/', pathNot: `^cloudfunctions/shared/contract/|${UNIVERSAL}` },
    },
    {
      name: 'components-know-no-business',
      comment:
        'A component gets properties and triggers events. Calling a service belongs into the page that holds it. ' +
        'How the app looks (theme, text size) and what the phone does are no business, so those may be asked. A reminder asks ' +
        'in the tap itself, and is offered on pages of several packages, which share nothing but components.',
      severity: 'error',
      from: { path: '^miniprogram/components/', pathNot: '^miniprogram/components/reminder/' },
      to: {
        path: '^miniprogram/(services|stores|pages|packages)/',
        pathNot: '^miniprogram/stores/look(-aware)?\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'files-have-a-known-role',
      comment:
        'Beside a page lie its .view.ts and nouns, which are pure: services, the phone and the clock are asked by the page itself, by an ' +
        'x-session.ts, x-taps.ts or kept-x.ts, or by a file that begins with a verb (ask-, load-, send-, …). CONTRIBUTING.md lists the roles.',
      severity: 'error',
      from: {
        path: '^miniprogram/(pages|packages|components)/',
        pathNot: [
          // The page or component itself: its name is its folder's.
          '/([^/]+)/\\1\\.ts$',
          '-(session|taps)\\.ts$',
          '/kept-[^/]+\\.ts$',
          `/(${VERBS.join('|')})-[^/]+\\.ts$`,
          '/(services|text)/',
          '/routes\\.ts$',
        ],
      },
      to: {
        path: [
          '^miniprogram/(services|phone|loading)/',
          '^miniprogram/packages/[^/]+/services/',
          '^miniprogram/stores/(clock|look)',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'services-know-no-page',
      comment: 'Services answer pages. What a service and a page share belongs into services/ or text/.',
      severity: 'error',
      from: { path: '^miniprogram/(services|stores|text|phone)/' },
      to: { path: '^miniprogram/(pages|packages|components)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'phone-asks-no-procedure',
      comment:
        'A door to the phone knows the phone. Calling a procedure belongs into the page or service that opens the door; ' +
        'only files of the cloud storage are fetched from here.',
      severity: 'error',
      from: { path: '^miniprogram/phone/' },
      to: {
        path: '^miniprogram/(services|packages)/',
        pathNot: '^miniprogram/services/cloud\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'loading-knows-no-page',
      comment: 'What every page does is spread into pages; what one page does belongs into its own folder.',
      severity: 'error',
      from: { path: '^miniprogram/loading/' },
      to: { path: '^miniprogram/(pages|packages)/' },
    },
    {
      name: 'client-has-no-node',
      comment: 'There is no Node on a phone. Use wx.* or a small pure function.',
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { dependencyTypes: NODE_ONLY },
    },

    // The website
    {
      name: 'website-knows-what-is-public',
      comment:
        'A static page reads what is published, shows it and counts it again, which is in cloudfunctions/shared/universal. ' +
        'Of the rest it knows nothing: no contract, no app, no cloud.',
      severity: 'error',
      from: { path: '^website/' },
      to: {
        path: '^(cloudfunctions|miniprogram)/',
        pathNot: UNIVERSAL,
      },
    },
    {
      name: 'website-has-no-node',
      comment: 'There is no Node in a browser. Use what the web has or a small pure function.',
      severity: 'error',
      from: { path: '^website/' },
      to: { dependencyTypes: NODE_ONLY },
    },
    {
      name: 'nobody-imports-the-website',
      comment:
        'A page is built and served, not imported. What it shares with others belongs into cloudfunctions/shared/universal.',
      severity: 'error',
      from: { path: '^(cloudfunctions|miniprogram|scripts)/' },
      to: { path: '^website/' },
    },

    // The cloud, rows: entry → runtime → usecases → domain, store, platform, contract; store → domain → universal → nothing
    {
      name: 'universal-imports-nothing',
      comment:
        'What runs everywhere needs nothing that is missing somewhere. Hashes (@noble/hashes) are pure, the days of the calendar ' +
        '(chinese-days) are data, and times are written by dayjs, in times.ts alone: the three exceptions.',
      severity: 'error',
      from: { path: UNIVERSAL },
      to: {
        pathNot: [
          UNIVERSAL,
          'node_modules/@noble/hashes/',
          'node_modules/chinese-days/dist/years/',
          'node_modules/dayjs/',
        ],
      },
    },
    {
      name: 'times-are-written-in-one-place',
      comment:
        'A time that people read is a function of cloudfunctions/shared/universal/times.ts, so that app, board, sheets and messages ' +
        'say the same. Days and midnights are in day.ts beside it.',
      severity: 'error',
      from: {
        path: '^(cloudfunctions|miniprogram|scripts|website)/',
        pathNot: '^cloudfunctions/shared/universal/times\\.ts$',
      },
      to: { path: 'node_modules/dayjs/' },
    },
    {
      name: 'domain-imports-nothing',
      comment:
        'The domain is pure. Hand it what it needs as arguments; what reads or writes belongs into usecases, store or platform. ' +
        'Hashes (@noble/hashes) are pure and the one exception.',
      severity: 'error',
      from: { path: '^cloudfunctions/shared/domain/' },
      to: { pathNot: ['^cloudfunctions/shared/domain/', UNIVERSAL, 'node_modules/@noble/hashes/'] },
    },
    {
      name: 'spreadsheet-knows-files-alone',
      comment:
        'The spreadsheet room turns bytes into tables and sheets into bytes. What a table means belongs into domain/imports, ' +
        'what a sheet says into domain/exports; only their shapes may be named here.',
      severity: 'error',
      from: { path: '^cloudfunctions/shared/spreadsheet/' },
      to: {
        path: '^cloudfunctions/',
        pathNot: '^cloudfunctions/shared/(spreadsheet/|domain/(imports/table|exports/workbook)\\.ts$)',
      },
    },
    {
      name: 'usecases-alone-open-spreadsheets',
      comment: 'Reading and writing files takes libraries. Ask for it from a use case; the rest works on tables.',
      severity: 'error',
      from: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/shared/(spreadsheet|usecases)/' },
      to: { path: '^cloudfunctions/shared/spreadsheet/' },
    },
    {
      name: 'voter-carries-no-spreadsheet',
      comment:
        'What organisers need must not weigh on the hot function: keep it out of every use case that voter answers by.',
      severity: 'error',
      from: { path: '^cloudfunctions/(voter|scheduler)/' },
      to: { path: '^cloudfunctions/shared/spreadsheet/', reachable: true },
    },
    {
      name: 'contract-imports-zod-alone',
      comment:
        'The contract says what crosses the wire. Checks that need a poll belong into domain, shared shapes beside it.',
      severity: 'error',
      from: { path: '^cloudfunctions/shared/contract/' },
      to: { pathNot: ['^cloudfunctions/shared/contract/', UNIVERSAL, 'node_modules/zod/'] },
    },
    {
      name: 'store-maps-and-decides-nothing',
      comment:
        'A store turns documents into domain values. A decision belongs into domain, a sequence of steps into usecases.',
      severity: 'error',
      from: { path: '^cloudfunctions/shared/store/' },
      to: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/shared/(store|domain|universal|platform)/' },
    },
    {
      name: 'platform-is-a-thin-door',
      comment: 'Platform wraps what the cloud gives. Code that knows polls belongs into usecases or store.',
      severity: 'error',
      from: { path: '^cloudfunctions/shared/platform/' },
      to: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/shared/(platform|domain|universal)/' },
    },
    {
      name: 'usecases-stand-below-the-runtime',
      comment:
        'A use case gets its input parsed and its caller authorised. What it shares with the router belongs into contract or platform.',
      severity: 'error',
      from: { path: '^cloudfunctions/shared/usecases/' },
      to: { path: ['^cloudfunctions/shared/runtime/', FUNCTIONS] },
    },
    {
      name: 'runtime-reaches-data-by-usecases',
      comment:
        'The router parses, authorises and calls. Reading or writing belongs into a use case. ' +
        'What kind of fault the database met is all it may ask of the store.',
      severity: 'error',
      from: { path: '^cloudfunctions/shared/runtime/' },
      to: {
        path: '^cloudfunctions/shared/store/',
        pathNot: '^cloudfunctions/shared/store/fault\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'shared-knows-no-function',
      comment: 'The core is bundled into every function and knows none of them. Pass it in from the entry.',
      severity: 'error',
      from: { path: '^cloudfunctions/shared/' },
      to: { path: FUNCTIONS },
    },
    {
      name: 'functions-do-not-import-each-other',
      comment: 'Functions are deployed apart. What two of them need belongs into cloudfunctions/shared.',
      severity: 'error',
      from: { path: '^cloudfunctions/(?!shared/)([^/]+)/' },
      to: { path: FUNCTIONS, pathNot: '^cloudfunctions/$1/' },
    },
    {
      name: 'entry-starts-the-runtime',
      comment: 'An entry wires the router to its procedures. Logic belongs into a use case.',
      severity: 'error',
      from: { path: FUNCTIONS },
      to: { path: '^cloudfunctions/shared/(domain|store)/', dependencyTypesNot: ['type-only'] },
    },
    // The cloud, columns: topics, with the same word in every layer
    ...topics,
    {
      name: 'only-store-and-platform-name-the-sdk',
      comment: 'wx-server-sdk behind two doors keeps the rest testable: collections in store, all else in platform.',
      severity: 'error',
      from: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/shared/(store|platform)/' },
      to: { path: 'node_modules/wx-server-sdk/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^dist/'] },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
