/** Search as one types: by id, word or symbol. */
import MiniSearch from 'minisearch';
import type { SearchEntry } from '../model.ts';
import { searchEntries } from './data.ts';

const MOST = 12;

/** Symbols keep their star and their index; an id is found with and without its hyphen. */
const tokens = (text: string): string[] =>
  text.split(/[\s,;:.()[\]{}"'“”‘’/=+−·…|⌊⌋→<>≤≥]+/).flatMap((word) => {
    const joined = /^([A-Z]+)-(\w+)$/i.exec(word);
    return joined === null ? [word] : [word, `${joined[1] ?? ''}${joined[2] ?? ''}`];
  });

let finder: Promise<MiniSearch<SearchEntry>> | undefined;

async function build(): Promise<MiniSearch<SearchEntry>> {
  const found = new MiniSearch<SearchEntry>({
    fields: ['name', 'title', 'text'],
    storeFields: ['kind', 'title', 'href'],
    tokenize: tokens,
    extractField: (entry, field) =>
      field === 'name' ? (entry.title.split(' ')[0] ?? '') : String(entry[field as keyof SearchEntry]),
    searchOptions: {
      boost: { name: 8, title: 3 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      boostDocument: (_id, _term, stored) =>
        ({ clause: 2.5, symbol: 3, example: 2 })[String(stored?.['kind'])] ?? 1,
    },
  });
  found.addAll(await searchEntries());
  return found;
}

export function wireSearch(): void {
  const input = document.querySelector<HTMLInputElement>('#search');
  const list = document.querySelector<HTMLUListElement>('#found');
  if (input === null || list === null) return;
  let chosen = -1;

  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const choose = (next: number): void => {
    const all = options();
    chosen = all.length === 0 ? -1 : (next + all.length) % all.length;
    all.forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === chosen));
    });
    const one = all[chosen];
    if (one === undefined) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', one.id);
      one.scrollIntoView({ block: 'nearest' });
    }
  };
  const close = (): void => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
  };
  const go = (option: HTMLElement | undefined): void => {
    const href = option?.dataset['href'];
    if (href === undefined) return;
    close();
    input.blur();
    location.href = href;
  };
  const show = async (): Promise<void> => {
    const asked = input.value.trim();
    if (asked === '') {
      close();
      return;
    }
    finder ??= build();
    const found = (await finder).search(asked).slice(0, MOST);
    if (input.value.trim() !== asked) return;
    list.replaceChildren(
      ...found.map(({ id, kind, title, href }) => {
        const option = document.createElement('li');
        option.id = `found-${String(id)}`;
        option.setAttribute('role', 'option');
        option.dataset['href'] = String(href);
        const word = document.createElement('span');
        word.className = 'quiet';
        word.textContent = String(kind);
        option.append(String(title), ' ', word);
        option.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          go(option);
        });
        return option;
      }),
    );
    if (found.length === 0) {
      const none = document.createElement('li');
      none.className = 'quiet';
      none.setAttribute('role', 'option');
      none.setAttribute('aria-disabled', 'true');
      none.textContent = 'Nothing of that name';
      list.append(none);
    }
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    choose(0);
  };
  input.addEventListener('focus', () => void (finder ??= build()));
  input.addEventListener('input', () => void show());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen - 1);
    else if (event.key === 'Enter') go(options()[chosen]);
    else if (event.key === 'Escape') {
      input.value = '';
      close();
      input.blur();
    } else return;
    event.preventDefault();
  });
}
