// How each state is shown, and which of them have something that only a press opens.

/** Danish and English, light and dark, 100 % and 200 % text. */
export const VARIANTS = [100, 200].flatMap((text) =>
  ['danish', 'english'].flatMap((language) =>
    ['light', 'dark'].map((theme) => ({ language, theme, text, walked: walked(language, theme, text) })),
  ),
);

/**
 * The keyboard walks through every theme at every text size, in one of the languages each: which control comes next does
 * not depend on the words, and the walk is what takes the time.
 */
function walked(language, theme, text) {
  return ((language === 'danish') === (theme === 'light')) === (text === 100);
}

/** Questions over a page: a state, and what is pressed there. */
export const OPENED = [
  { state: 'tasks', press: '[data-act="ask-delete"]' },
  { state: 'done-delete-kept', press: '[data-act="ask-delete"]' },
  { state: 'done-delete-blocked', press: '[data-act="ask-delete"]' },
  { state: 'bin', press: '[data-act="ask-empty"]' },
  { state: 'backups-kept-damaged', press: '[data-act="ask-delete-damaged"]' },
  { state: 'log', press: '[data-act="ask-empty-log"]' },
  { state: 'administrators', press: '[data-act="ask-removeAdministrator-0"]' },
  { state: 'settings', press: '[data-act="beginPassphrase"]' },
  { state: 'settings-passphrase', press: '[data-act="beginPassphrase"]' },
  { state: 'settings-passphrase', press: '[data-act="beginRemoval"]' },
  { state: 'guide-organisation', press: '[data-act="differs"]' },
  { state: 'stated-leaves', press: '[data-act="state-event"]' },
  { state: 'outcome', press: '[data-choice="stopped"] label' },
  { state: 'outcome-reporter', press: '[data-choice="sentToRepresentative"] label' },
  { state: 'outcome-again', press: '[data-choice="rejected"] label' },
];

/** The smallest window that the program allows; beside the browser it is as narrow as this. */
export function viewport(state) {
  return state.startsWith('guide') ? { width: 420, height: 760 } : { width: 1024, height: 640 };
}

/** "danish, dark, 200 % text" */
export function named({ language, theme, text }) {
  return `${language}, ${theme}, ${text} % text`;
}
