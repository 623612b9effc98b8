// Who may import whom; the picture is in ARCHITECTURE.md. Each comment says where the code belongs instead.

const FUNCTIONS = '^cloudfunctions/(?!shared/)';
const NODE_ONLY = ['core'];

// What of the domain runs on a phone as well: the ledger's proofs, how a printed code is read, since what hangs on walls must be
// read and written by one function, and how a poll's public files are read, which the timeline's pages do without the cloud.
const RUN_BY_THE_CLIENT = '^cloudfunctions/shared/domain/(ledger/|(scene|board|read-board|stage|places)\\.ts$)';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that import each other have one reason to exist between them: move what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-deployed-imports-the-workshop',
      comment:
        'scripts/ and tests/ never reach a phone or the cloud. What both sides need belongs into cloudfunctions/shared/domain.',
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
        pathNot: RUN_BY_THE_CLIENT,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'services-import-types-of-the-contract-only',
      comment:
        'The contract’s schemas carry zod, which is too heavy for a phone; the cloud checks them. Write `import type`. ' +
        'Of the domain the client may run the ledger’s proofs, read a code’s scene and the public files, place equal votes, and nothing else: rules live in the cloud.',
      severity: 'error',
      from: { path: '^miniprogram/services/' },
      to: {
        path: '^cloudfunctions/',
        pathNot: RUN_BY_THE_CLIENT,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'client-types-come-from-the-contract',
      comment: 'What crosses the wire is declared in cloudfunctions/shared/contract; import the type from there.',
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { path: '^cloudfunctions/', pathNot: `^cloudfunctions/shared/contract/|${RUN_BY_THE_CLIENT}` },
    },
    {
      name: 'components-know-no-business',
      comment:
        'A component gets properties and triggers events. Calling a service belongs into the page that holds it. ' +
        'How the app looks (theme, text size, the bars around a page) is no business, so those may be asked. A reminder asks ' +
        'in the tap itself, and is offered on pages of several packages, which share nothing but components.',
      severity: 'error',
      from: { path: '^miniprogram/components/', pathNot: '^miniprogram/components/reminder/' },
      to: {
        path: '^miniprogram/(services|stores|pages|packages)/',
        pathNot: '^miniprogram/(stores/look(-aware)?|services/bars)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'services-know-no-page',
      comment: 'Services answer pages. What a service and a page share belongs into services/ or text/.',
      severity: 'error',
      from: { path: '^miniprogram/(services|stores|text)/' },
      to: { path: '^miniprogram/(pages|packages|components)/', dependencyTypesNot: ['type-only'] },
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
        'A static page reads what is published, shows it and counts it again: the ledger, the board’s files and the stages they ' +
        'tell. Of the rest it knows nothing: no contract, no app, no cloud.',
      severity: 'error',
      from: { path: '^website/' },
      to: {
        path: '^(cloudfunctions|miniprogram)/',
        pathNot: '^cloudfunctions/shared/domain/(ledger/|(board|read-board|poll|stage|places)\\.ts$)',
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
      comment: 'A page is built and served, not imported. What it shares with others belongs into the domain.',
      severity: 'error',
      from: { path: '^(cloudfunctions|miniprogram|scripts)/' },
      to: { path: '^website/' },
    },

    // The cloud: entry → runtime → usecases → domain, store, platform, contract; store → domain; domain → nothing
    {
      name: 'domain-imports-nothing',
      comment:
        'The domain is pure. Hand it what it needs as arguments; what reads or writes belongs into usecases, store or platform. ' +
        'Hashes (@noble/hashes) are pure and the one exception.',
      severity: 'error',
      from: { path: '^cloudfunctions/shared/domain/' },
      to: { pathNot: ['^cloudfunctions/shared/domain/', 'node_modules/@noble/hashes/'] },
    },
    {
      name: 'spreadsheet-knows-files-alone',
      comment:
        'The spreadsheet room turns bytes into tables and sheets into bytes. What a table means belongs into domain/import, ' +
        'what a sheet says into domain/export; only their shapes may be named here.',
      severity: 'error',
      from: { path: '^cloudfunctions/shared/spreadsheet/' },
      to: {
        path: '^cloudfunctions/',
        pathNot: '^cloudfunctions/shared/(spreadsheet/|domain/(import/table|export/workbook)\\.ts$)',
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
        'The contract says what crosses the wire. Checks that need a poll belong into domain, shared shapes beside it. ' +
        'How a text is cleaned (domain/text) is the same wherever it comes in.',
      severity: 'error',
      from: { path: '^cloudfunctions/shared/contract/' },
      to: { pathNot: ['^cloudfunctions/shared/(contract|domain/text)/', 'node_modules/zod/'] },
    },
    {
      name: 'store-maps-and-decides-nothing',
      comment:
        'A store turns documents into domain values. A decision belongs into domain, a sequence of steps into usecases.',
      severity: 'error',
      from: { path: '^cloudfunctions/shared/store/' },
      to: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/shared/(store|domain|platform)/' },
    },
    {
      name: 'platform-is-a-thin-door',
      comment: 'Platform wraps what the cloud gives. Code that knows polls belongs into usecases or store.',
      severity: 'error',
      from: { path: '^cloudfunctions/shared/platform/' },
      to: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/shared/(platform|domain)/' },
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
