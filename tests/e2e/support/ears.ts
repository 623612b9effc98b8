import type { Phone } from './phone';
import { pageAloud } from './reader';

/**
 * Complaints about what a screen reader says of the page on top: what is tapped without a name, headings without a level, the same stop
 * twice, and a figure that is said alone, so that nobody knows of what.
 */
export async function earComplaints(phone: Phone): Promise<string[]> {
  const lines = (await pageAloud(phone)).map((line) => line.trim());
  const stops = lines.filter((line) => /^(链接|按钮|复选框) /.test(line));
  return [
    ...lines.filter((line) => line.includes('（没有名称）')).map((line) => `without a name: ${line}`),
    ...lines.filter((line) => /^标题 /.test(line)).map((line) => `without a level: ${line}`),
    ...stops.filter((line, at) => stops.indexOf(line) !== at).map((line) => `said twice: ${line}`),
    ...lines.filter((line) => /^[\d,.]+%?$/.test(line)).map((line) => `a figure of nothing: ${line}`),
  ];
}

/** What of our pages would still move although the system asks for less motion: longer than one is able to see. */
export async function motionComplaints(phone: Phone): Promise<string[]> {
  await phone.page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await phone.screen.evaluate((frame) => {
    const seconds = (times: string): number => Math.max(...times.split(',').map((time) => Number.parseFloat(time)));
    const nodes = [...frame.querySelectorAll('.page-scroll *')];
    const found = nodes.flatMap((node) =>
      [undefined, '::before', '::after'].flatMap((part) => {
        const { animationName, animationDuration, transitionDuration, transitionDelay } = getComputedStyle(node, part);
        const isAnimated = animationName !== 'none' && seconds(animationDuration) > 0.01;
        const isMoved = seconds(transitionDuration) + seconds(transitionDelay) > 0.01;
        return isAnimated || isMoved ? [`moves: ${node.localName}.${node.className}${part ?? ''}`] : [];
      }),
    );
    return [...new Set(found)];
  });
  await phone.page.emulateMedia({ reducedMotion: null });
  return moving;
}
