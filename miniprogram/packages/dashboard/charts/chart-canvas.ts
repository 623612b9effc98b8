/** What of WeChat's canvases, shown and not shown, a chart needs. */
interface Drawable {
  width: number;
  height: number;
  getContext(type: '2d'): unknown;
}

/** WeChat's canvas, with the few members of a browser's that ECharts asks for before it knows where it runs. */
export class ChartCanvas {
  constructor(private readonly node: Drawable) {}

  get width(): number {
    return this.node.width;
  }
  set width(value: number) {
    this.node.width = value;
  }
  get height(): number {
    return this.node.height;
  }
  set height(value: number) {
    this.node.height = value;
  }

  getContext(): unknown {
    return this.node.getContext('2d');
  }

  /** The charts answer no touch: every number stands at its bar or in the table. */
  addEventListener(): void {}
  removeEventListener(): void {}
}
