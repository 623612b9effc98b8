import type { Settings } from '../settings';

type Change = (part: Partial<Settings>, reload: boolean) => void;

/** The settings beside the phone. */
export class Panel {
  private readonly problems = document.createElement('ol');
  private readonly path = document.createElement('input');

  constructor(
    settings: Settings,
    people: readonly string[],
    private readonly change: Change,
  ) {
    const panel = document.getElementById('panel');
    if (!panel || settings.bare) return;
    this.problems.className = 'problems';
    this.path.setAttribute('aria-label', '页面路径');
    panel.append(
      choices('这是谁的手机', people.map((name) => [name, name]), settings.as, (as) => change({ as, path: '' }, true)),
      choices('手机宽度', [['320', 320], ['375', 375], ['414', 414]], settings.width, (width) => change({ width }, false)),
      choices('文字大小', [['标准', 1], ['大', 1.25], ['特大', 1.5]], settings.scale, (scale) => change({ scale }, true)),
      choices('外观', [['浅色', 'light'], ['深色', 'dark']] as const, settings.theme, (theme) => change({ theme }, false)),
      section('页面', this.path),
      section('消息', this.problems),
    );
    this.path.addEventListener('change', () => change({ path: this.path.value }, true));
  }

  note(text: string): void {
    this.add('note', text);
  }

  problem(text: string): void {
    this.add('problem', text);
  }

  moved(path: string): void {
    this.path.value = path;
  }

  private add(kind: string, text: string): void {
    const item = document.createElement('li');
    item.className = kind;
    item.textContent = text;
    this.problems.prepend(item);
  }
}

function choices<Value extends string | number>(
  title: string,
  options: readonly (readonly [string, Value])[],
  chosen: Value,
  choose: (value: Value) => void,
): HTMLElement {
  const buttons = options.map(([label, value]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.setAttribute('aria-pressed', String(value === chosen));
    button.addEventListener('click', () => {
      buttons.forEach((each) => each.setAttribute('aria-pressed', String(each === button)));
      choose(value);
    });
    return button;
  });
  const row = document.createElement('div');
  row.className = 'choices';
  row.append(...buttons);
  return section(title, row);
}

function section(title: string, content: Node): HTMLElement {
  const node = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = title;
  node.append(heading, content);
  return node;
}
