/** Every key of the desk. A space separates the strokes of a sequence; `mod` is Ctrl, or Command on a Mac. */
export const keymap = {
  'go.queue': { keys: 'g q', words: 'Go to the review queue', group: 'Everywhere' },
  'go.articles': { keys: 'g a', words: 'Go to the articles', group: 'Everywhere' },
  'go.home': { keys: 'g d', words: 'Go to the overview', group: 'Everywhere' },
  'go.history': { keys: 'g h', words: 'Go to the decision history', group: 'Everywhere' },
  'help.open': { keys: '?', words: 'Show these keys', group: 'Everywhere' },
  'filter.focus': { keys: '/', words: 'Go to the filters', group: 'Lists' },
  'list.next': { keys: 'j', words: 'Next in the list', group: 'Lists' },
  'list.previous': { keys: 'k', words: 'Previous in the list', group: 'Lists' },
  'list.unsourced': { keys: 'n', words: 'Next without a source', group: 'Lists' },
  'list.open': { keys: 'Enter', words: 'Open what is selected', group: 'Lists' },
  'task.take_next': { keys: 'N', words: 'Take the next task', group: 'Review task' },
  'task.take': { keys: 'a', words: 'Take or release the task', group: 'Review task' },
  'evidence.add': { keys: 's', words: 'Add evidence', group: 'Review task' },
  'label.quoted': { keys: 't q', words: 'Correct sourcing: quoted', group: 'Review task' },
  'label.reported': { keys: 't r', words: 'Correct sourcing: reported', group: 'Review task' },
  'label.documented': { keys: 't d', words: 'Correct sourcing: documented', group: 'Review task' },
  'label.anonymous': { keys: 't a', words: 'Correct sourcing: anonymous', group: 'Review task' },
  'label.self': { keys: 't s', words: 'Correct sourcing: self', group: 'Review task' },
  'label.unattributed': { keys: 't u', words: 'Correct sourcing: unattributed', group: 'Review task' },
  'rating.1': { keys: '1', words: 'First rating of the scale', group: 'Review task' },
  'rating.2': { keys: '2', words: 'Second rating', group: 'Review task' },
  'rating.3': { keys: '3', words: 'Third rating', group: 'Review task' },
  'rating.4': { keys: '4', words: 'Fourth rating', group: 'Review task' },
  'rating.5': { keys: '5', words: 'Fifth rating', group: 'Review task' },
  'rating.6': { keys: '6', words: 'Sixth rating', group: 'Review task' },
  'task.submit': { keys: 'mod+Enter', words: 'Propose, or approve, and go to the next', group: 'Review task' },
  'task.return': { keys: 'R', words: 'Return to the checker', group: 'Review task' },
  'task.undo': { keys: 'u', words: 'Undo the last action, where it can be undone', group: 'Review task' },
} as const satisfies Record<string, { keys: string; words: string; group: string }>;

export type KeyId = keyof typeof keymap;
export const keyIds = Object.keys(keymap) as KeyId[];

const isUpper = (stroke: string) => /^[A-Z]$/.test(stroke);

/** How a key is shown: `['Shift', 'N']`, `['g', 'q']`, `['Ctrl', 'Enter']`. */
export function shownKeys(id: KeyId): string[] {
  return keymap[id].keys.split(' ').flatMap((stroke) => {
    if (isUpper(stroke)) return ['Shift', stroke.toLowerCase()];
    return stroke.split('+').map((part) => (part === 'mod' ? 'Ctrl' : part));
  });
}

/** The value of `aria-keyshortcuts`, which has no way to write a sequence: there the last stroke is left to the help page. */
export function ariaKeys(id: KeyId): string | undefined {
  const strokes = keymap[id].keys.split(' ');
  if (strokes.length > 1) return undefined;
  return isUpper(strokes[0] ?? '') ? `Shift+${strokes[0]}` : strokes[0]?.replace('mod', 'Control');
}

export interface Stroke {
  readonly key: string;
  readonly isMod: boolean;
}

/** `complete`: this key was meant; `partial`: more strokes must follow; `none`: nothing begins like this. */
export type Match =
  | { readonly kind: 'complete'; readonly id: KeyId }
  | { readonly kind: 'partial'; readonly pressed: string }
  | { readonly kind: 'none' };

/** Finds the key that the strokes so far spell, among those that somebody listens to. Pure. */
export function matchKeys(pressed: string, stroke: Stroke, active: ReadonlySet<KeyId>): Match {
  const spelled = stroke.isMod ? `mod+${stroke.key}` : stroke.key;
  for (const attempt of pressed === '' ? [spelled] : [`${pressed} ${spelled}`, spelled]) {
    for (const id of active) if (keymap[id].keys === attempt) return { kind: 'complete', id };
    for (const id of active)
      if (keymap[id].keys.startsWith(`${attempt} `)) return { kind: 'partial', pressed: attempt };
  }
  return { kind: 'none' };
}
