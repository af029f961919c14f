// What every page must pass: axe at WCAG 2.2 AA, and what axe does not see.
import axe from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const STOPS = 15; // Places that Tab reaches before we stop looking.

/** Everything wrong with the page that is open, as lines for a person to read; empty is good. */
export async function inspect(page, lang) {
  // The walk of an earlier look may have left the focus on the link that lies over the page's head.
  await page.evaluate(() => document.activeElement?.blur?.());
  const lines = await page.evaluate(frame, lang);
  lines.push(...(await page.evaluate(scroll)), ...(await axeFaults(page)));
  await page.evaluate(tools);
  lines.push(...(await page.evaluate(borders)), ...(await focus(page)));
  return lines;
}

async function axeFaults(page) {
  // Through the debugger, so that the page's own Content-Security-Policy stays as it is.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (values) => {
    const result = await window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    return result.violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.html).slice(0, 3) }));
  }, TAGS);
  return found.map(({ id, help, where }) => `axe ${id}: ${help}: ${where.join(' ')}`);
}

function frame(lang) {
  const faults = [];
  const found = document.documentElement.lang;
  if (found.split('-')[0] !== lang) faults.push(`language: the page says "${found}", not "${lang}"`);
  if (!document.title.trim()) faults.push('title: none');
  const heads = document.querySelectorAll('h1').length;
  if (heads !== 1) faults.push(`h1: ${heads} of them`);
  return faults;
}

function scroll() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const out = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > clientWidth + 1);
  return [`sideways scroll: ${scrollWidth} in ${clientWidth}: ${out.at(-1)?.outerHTML.slice(0, 120)}`];
}

/** Puts what the next checks measure with into the page. */
function tools() {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  // The canvas turns any CSS colour, in whatever notation, into numbers.
  const rgba = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], below) => [r, g, b].map((part, i) => part * a + below[i] * (1 - a)).concat(1);
  const luminance = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  // What is painted behind an element: its ancestors' colours from the outside in, on the page's own canvas.
  const behind = (element) => {
    const chain = [];
    for (let at = element; at; at = at.parentElement) chain.unshift(at);
    const dark = getComputedStyle(document.documentElement).colorScheme.includes('dark');
    const sheet = dark && matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18, 1] : [255, 255, 255, 1];
    return chain.reduce((below, at) => over(rgba(getComputedStyle(at).backgroundColor), below), sheet);
  };
  window.tillit = {
    behind,
    /** Contrast (1 to 21) of a CSS colour against a painted one. */
    contrast(colour, ground) {
      const [low, high] = [luminance(over(rgba(colour), ground)), luminance(ground)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    },
    /** An element as a short line. */
    name: (element) => element.cloneNode(false).outerHTML.slice(0, 120),
  };
}

/** WCAG 1.4.11: the edge of a field or button stands out by 3:1. axe does not test it. */
function borders() {
  const { behind, contrast, name } = window.tillit;
  const faults = [];
  for (const field of document.querySelectorAll('input, select, textarea, button')) {
    const style = getComputedStyle(field);
    // Ticks and rounds drawn by the browser are exempt, and so is what cannot be used.
    const native = ['checkbox', 'radio', 'range', 'color', 'file'].includes(field.type) && style.appearance !== 'none';
    if (native || field.disabled || !field.checkVisibility({ visibilityProperty: true })) continue;
    const { width, height } = field.getBoundingClientRect();
    if (width <= 1 || height <= 1 || style.opacity === '0') continue;
    const ground = behind(field.parentElement);
    const sides = ['Top', 'Right', 'Bottom', 'Left'].filter((side) => parseFloat(style[`border${side}Width`]) > 0);
    const drawn = sides.filter((side) => style[`border${side}Style`] !== 'none');
    const edge = Math.max(1, ...drawn.map((side) => contrast(style[`border${side}Color`], ground)));
    const fill = contrast(style.backgroundColor, ground);
    // A button that is only its text, like a link, is told by the text, which axe has measured.
    const bare = field.localName === 'button' && edge < 1.1 && fill < 1.1;
    if (!bare && Math.max(edge, fill) < 3) faults.push(`border contrast ${Math.max(edge, fill).toFixed(2)}: ${name(field)}`);
  }
  return faults;
}

/** WCAG 2.4.7, 2.4.11 and 1.4.11: what has the focus shows it, and nothing lies over it. */
async function focus(page) {
  const faults = [];
  await page.evaluate(() => {
    document.activeElement?.blur?.();
    window.scrollTo(0, 0);
  });
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(focused);
    if (fault === null) break;
    if (fault) faults.push(fault);
  }
  return faults;
}

/** What is wrong with what has the focus now: a line, '' when it shows, or null when nothing has it. */
export async function focusFault(page) {
  await page.evaluate(tools);
  return page.evaluate(focused);
}

/** A line, '' when all is well, or null when the focus has left the page. */
function focused() {
  const { behind, contrast, name } = window.tillit;
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  // A box whose own drawing is hidden may show its focus on its label.
  const shown = [at, at.closest('label'), ...(at.labels ?? [])].filter(Boolean);
  const rings = shown.map((element) => {
    const style = getComputedStyle(element);
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 1;
    const inside = parseFloat(style.outlineOffset) < 0;
    return contrast(style.outlineColor, behind(inside ? element : element.parentElement));
  });
  if (Math.max(...rings) < 3) return `focus not visible (${Math.max(...rings).toFixed(2)}): ${name(at)}`;
  const box = at.getClientRects()[0];
  if (!box) return `focus on something without a place: ${name(at)}`;
  const x = Math.min(Math.max((box.left + box.right) / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max((box.top + box.bottom) / 2, 0), innerHeight - 1);
  if (box.right < 0 || box.bottom < 0 || box.left > innerWidth || box.top > innerHeight) return `focus off the page: ${name(at)}`;
  const hit = document.elementFromPoint(x, y);
  const free = !hit || shown.some((element) => element.contains(hit) || hit.contains(element));
  return free ? '' : `focus hidden by ${name(hit)}: ${name(at)}`;
}
