import { normalise } from './normalise.ts';
import { rank } from './rank.ts';

/**
 * Says whether an element stands in the section of that (normalised) title: the nearest ancestor that has a
 * heading, legend or caption of its own decides. Runs in the page: it may use `normalise` and `rank` only.
 */
export function sectionHolds(element: Element, section: string): boolean {
  for (let box = element.parentElement; box !== null; box = box.parentElement) {
    const labelled = box.getAttribute('aria-label') ?? '';
    const titles = Array.from(box.children).filter((child) =>
      child.matches('h1,h2,h3,h4,h5,h6,legend,caption,header'),
    );
    const texts = [labelled, ...titles.map((title) => title.textContent ?? '')];
    if (texts.some((text) => rank(normalise(text), section) > 0)) return true;
  }
  return false;
}
