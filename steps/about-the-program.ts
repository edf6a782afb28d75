/** Scenarios that run the program around the model: they ask an implementation nothing. */
const phrases = /^(it is loaded|this is run|the scenario is run|the run lasts|this goes wrong)\b/;

export const runsTheProgram = (steps: readonly { readonly text: string }[]): boolean =>
  steps.some(({ text }) => phrases.test(text));
