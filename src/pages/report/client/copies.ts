/** A button copies the text that it names; where a browser does not let it, the text is marked, to be copied by hand. */
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('[data-copies]') : null;
  const text = document.getElementById(button?.getAttribute('data-copies') ?? '');
  if (button === null || text === null) return;
  navigator.clipboard.writeText(text.textContent).then(
    () => {
      button.textContent = 'copied';
    },
    () => {
      getSelection()?.selectAllChildren(text);
    },
  );
});
