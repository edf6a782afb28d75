/** What a mark of a picture stands for, shown beside the pointer, and where a click on it leads. */

const tip = document.createElement('div');
tip.className = 'tip';
tip.setAttribute('aria-hidden', 'true');
tip.hidden = true;
document.body.append(tip);

/** The mark under the pointer. */
const markAt = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest('.chart [role="img"]') : null;

document.addEventListener('pointermove', (event) => {
  const mark = markAt(event.target);
  tip.hidden = mark === null;
  if (mark === null) return;
  tip.textContent = mark.getAttribute('aria-label');
  const { innerWidth, innerHeight } = globalThis;
  const box = tip.getBoundingClientRect();
  tip.style.left = `${String(Math.max(4, Math.min(event.clientX + 14, innerWidth - box.width - 4)))}px`;
  tip.style.top = `${String(event.clientY + 18 + box.height > innerHeight ? event.clientY - box.height - 10 : event.clientY + 18)}px`;
});

document.addEventListener('pointerleave', () => {
  tip.hidden = true;
});
