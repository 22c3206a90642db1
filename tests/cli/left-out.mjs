// Says what `npm test` does not run, so that nobody takes its silence for a pass.
const suites = [
  [
    'npm run test:chaos',
    'kills, signals and full disks at random moments; minutes, HEARSAY_CHAOS_SEEDS=3 for fewer',
  ],
  [
    'npm run test:imports',
    'what pandas, R and LibreOffice make of a result folder; needs all three, or one with -- pandas, r.test, spreadsheet',
  ],
  [
    'npm run test:browser',
    'the dashboard in Chromium: axe, keyboard, hostile posts, 200,000 records; HEARSAY_CHROMIUM names it',
  ],
  ['npm run test:training', 'the training recipe; needs Python with models/training/requirements.txt'],
  [
    'npm run test:package',
    'a packed hearsay installed in an empty folder; needs the npm registry or its cache',
  ],
];
process.stdout.write('\nNot run by npm test:\n');
for (const [command, what] of suites) process.stdout.write(`  ${command.padEnd(24)}${what}\n`);
