import type { Phone } from './phone';

/** What is used of a node of Chromium's accessibility tree. */
interface TreeNode {
  nodeId: string;
  ignored: boolean;
  role?: { value?: string };
  name?: { value?: string };
  value?: { value?: string };
  childIds?: string[];
  properties?: { name: string; value: { value?: unknown } }[];
}

/** What a reader calls these, and where it stops: what is inside is said by the name. */
const stops: Readonly<Record<string, string>> = {
  button: '按钮',
  link: '链接',
  checkbox: '复选框',
  radio: '单选',
  tab: '标签页',
  image: '图片',
  img: '图片',
  textbox: '输入框',
  searchbox: '搜索框',
  combobox: '选择框',
  switch: '开关',
  slider: '滑块',
  progressbar: '进度',
  progressIndicator: '进度',
};

/** Said when they begin; what is in them follows. */
const openings: Readonly<Record<string, string>> = {
  dialog: '对话框',
  alert: '提醒',
  status: '状态',
  list: '列表',
  radiogroup: '单选组',
  group: '组',
  tablist: '标签栏',
  table: '表格',
  region: '区域',
};

/** What a screen reader says of the page on top, line by line in its order, from the browser's accessibility tree. */
export async function readAloud(phone: Phone): Promise<string[]> {
  const session = await phone.page.context().newCDPSession(phone.page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: TreeNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const [root] = nodes;
  return root === undefined ? [] : linesOf(root, byId, 0);
}

/** What is read below WeChat's own bar, which nothing of ours can hide. */
export async function pageAloud(phone: Phone): Promise<string[]> {
  const lines = await readAloud(phone);
  return lines.slice(lines.indexOf('按钮 更多') + 1);
}

function linesOf(node: TreeNode, byId: ReadonlyMap<string, TreeNode>, depth: number): string[] {
  const inner = (deeper: number): string[] => {
    const children = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
    return children.flatMap((child) => linesOf(child, byId, deeper));
  };
  if (node.ignored) return inner(depth);
  const role = node.role?.value ?? '';
  const name = (node.name?.value ?? '').replace(/\s+/g, ' ').trim();
  const indent = '  '.repeat(depth);
  if (role === 'StaticText') return name === '' ? [] : [`${indent}${name}`];
  if (role === 'InlineTextBox') return [];
  if (role === 'heading') {
    const level = property(node, 'level');
    return [`${indent}标题${typeof level === 'number' ? level : ''} ${name}`];
  }
  const stop = stops[role];
  if (stop !== undefined) return [`${indent}${stop} ${name || '（没有名称）'}${stateOf(node)}`];
  const opening = openings[role];
  if (opening === undefined) return inner(depth);
  const children = inner(depth + 1);
  const size = role === 'list' ? ` ${countItems(node, byId)} 项` : '';
  return children.length === 0 && name === ''
    ? []
    : [`${indent}${opening}${name ? ` ${name}` : ''}${size}`, ...children];
}

function countItems(node: TreeNode, byId: ReadonlyMap<string, TreeNode>): number {
  return (node.childIds ?? [])
    .flatMap((id) => byId.get(id) ?? [])
    .reduce(
      (sum, child) =>
        sum +
        (child.role?.value === 'listitem'
          ? 1
          : child.ignored || child.role?.value === 'generic'
            ? countItems(child, byId)
            : 0),
      0,
    );
}

function property(node: TreeNode, name: string): unknown {
  return node.properties?.find((each) => each.name === name)?.value.value;
}

/** ，已选中 / ，不可用 … in the order in which readers say them. */
function stateOf(node: TreeNode): string {
  const said: string[] = [];
  const checked = property(node, 'checked');
  if (checked !== undefined) said.push(checked === 'true' || checked === true ? '已选中' : '未选中');
  if (property(node, 'selected') === true) said.push('已选定');
  const expanded = property(node, 'expanded');
  if (expanded !== undefined) said.push(expanded === true ? '已展开' : '已收起');
  if (property(node, 'disabled') === true) said.push('不可用');
  if (property(node, 'busy') === true) said.push('正在忙');
  if (node.value?.value) said.push(`内容：${node.value.value}`);
  return said.map((state) => `，${state}`).join('');
}
