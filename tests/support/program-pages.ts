import app from '../../miniprogram/app.json';

/** Every page of the mini-program, as WeChat checks them: a code or link to any other is refused. */
export const programPages: readonly string[] = [
  ...app.pages,
  ...app.subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
];
