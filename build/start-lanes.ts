/** What `npm start` runs: the commands of `ringspec`, in two lanes side by side. */

/** Where the sweep goes; it is run anew each time. */
export const sweep = 'reports/balanced-small';

const messages = 'reports/verify/messages.ndjson';

export const lanes: readonly (readonly string[])[] = [
  [`verify --messages ${messages}`, `report --spec --messages ${messages}`],
  [
    'run scenarios/baseline.yaml --out reports/baseline',
    'report reports/baseline',
    `sweep balanced scenarios/balanced-small.yaml --out-dir ${sweep}`,
    `report ${sweep}`,
    'claims scenarios/claims/small.feature --out reports/claims',
    'playground',
  ],
];
