/** A rule's expression, ready to be asked. It answers undefined where it fails, as for a field of nobody. */
export type Evaluate = (variables: Readonly<Record<string, unknown>>) => unknown;

interface Part {
  evaluate: Evaluate;
  /** A bare `test()`, which CloudBase takes for true only where it is compared with true. */
  isTest?: true;
}

const token =
  /\s*(?:(\|\||&&|==|!=|[!().])|([A-Za-z_]\w*)|'((?:[^'\\]|\\.)*)'|(\/(?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+\/))/y;

type Token = { kind: 'sign' | 'name' | 'text' | 'pattern'; value: string };

const words: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/**
 * Parses one of CloudBase's security-rule expressions: `||`, `&&`, `!`, `==`, `!=`, brackets, texts, variables and
 * `/…/.test(…) == true`.
 * @throws a sentence for whatever else it holds
 */
export function parseExpression(source: string): Evaluate {
  const parser = new Parser(source);
  return parser.whole();
}

class Parser {
  private readonly tokens: Token[];
  private next = 0;

  constructor(private readonly source: string) {
    this.tokens = tokensOf(source);
  }

  whole(): Evaluate {
    const { evaluate } = this.decided(this.either());
    if (this.next < this.tokens.length) throw this.fault(`"${this.tokens[this.next]?.value ?? ''}" is one too many`);
    return evaluate;
  }

  private either(): Part {
    return this.chain(
      '||',
      () => this.both(),
      (left, right) => left || right,
    );
  }

  private both(): Part {
    return this.chain(
      '&&',
      () => this.compared(),
      (left, right) => left && right,
    );
  }

  private chain(sign: string, part: () => Part, join: (left: boolean, right: boolean) => boolean): Part {
    let left = part();
    while (this.takes(sign)) {
      const [one, other] = [this.decided(left).evaluate, this.decided(part()).evaluate];
      left = { evaluate: (variables) => join(one(variables) === true, other(variables) === true) };
    }
    return left;
  }

  private compared(): Part {
    const left = this.single();
    const sign = this.takes('==') ? '==' : this.takes('!=') ? '!=' : undefined;
    if (sign === undefined) return left;
    const right = this.single();
    return {
      evaluate: (variables) => {
        const [one, other] = [left.evaluate(variables), right.evaluate(variables)];
        // What is not there equals nothing, not even what is not there either.
        if (one === undefined || other === undefined) return undefined;
        return (one === other) === (sign === '==');
      },
    };
  }

  private single(): Part {
    if (this.takes('!')) {
      const { evaluate } = this.decided(this.single());
      return { evaluate: (variables) => evaluate(variables) === false };
    }
    if (this.takes('(')) {
      const part = this.either();
      this.expect(')');
      return part;
    }
    const { kind, value } = this.take();
    if (kind === 'text') return { evaluate: () => value };
    if (kind === 'pattern') return this.test(new RegExp(value.slice(1, -1), 'u'));
    if (kind === 'name') return Object.hasOwn(words, value) ? { evaluate: () => words[value] } : this.variable(value);
    throw this.fault(`"${value}" stands where a value has to`);
  }

  private test(pattern: RegExp): Part {
    this.expect('.');
    if (this.take().value !== 'test') throw this.fault('a pattern has test() alone');
    this.expect('(');
    const { evaluate } = this.single();
    this.expect(')');
    return {
      isTest: true,
      evaluate: (variables) => {
        const text = evaluate(variables);
        return typeof text === 'string' ? pattern.test(text) : undefined;
      },
    };
  }

  private variable(name: string): Part {
    const path = [name];
    while (this.takes('.')) path.push(this.take().value);
    if (name !== 'auth' && name !== 'resource') throw this.fault(`there is no "${name}"`);
    return {
      evaluate: (variables) =>
        path.reduce<unknown>(
          (value, field) =>
            // Whoever asks for a field of nobody gets none.
            typeof value === 'object' && value !== null && Object.hasOwn(value, field)
              ? (value as Record<string, unknown>)[field]
              : undefined,
          variables,
        ),
    };
  }

  private decided(part: Part): Part {
    if (part.isTest) throw this.fault('test() has to be compared: "== true"');
    return part;
  }

  private takes(sign: string): boolean {
    const { kind, value } = this.tokens[this.next] ?? { kind: 'name', value: '' };
    const isIt = kind === 'sign' && value === sign;
    if (isIt) this.next += 1;
    return isIt;
  }

  private expect(sign: string): void {
    if (!this.takes(sign)) throw this.fault(`"${sign}" is missing`);
  }

  private take(): Token {
    const found = this.tokens[this.next];
    if (found === undefined) throw this.fault('it ends too soon');
    this.next += 1;
    return found;
  }

  private fault(reason: string): Error {
    return new Error(`storage rules: ${reason} in "${this.source}"`);
  }
}

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  const end = source.trimEnd().length;
  token.lastIndex = 0;
  while (token.lastIndex < end) {
    const from = token.lastIndex;
    const [, sign, name, text, pattern] = token.exec(source) ?? [];
    if (sign !== undefined) tokens.push({ kind: 'sign', value: sign });
    else if (name !== undefined) tokens.push({ kind: 'name', value: name });
    else if (text !== undefined) tokens.push({ kind: 'text', value: text.replace(/\\(.)/g, '$1') });
    else if (pattern !== undefined) tokens.push({ kind: 'pattern', value: pattern });
    else throw new Error(`storage rules: "${source.slice(from)}" cannot be read`);
  }
  return tokens;
}
