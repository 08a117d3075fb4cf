(() => {
  const form = /** @type {HTMLFormElement} */ (document.getElementById('filtres'));
  const text = /** @type {HTMLInputElement} */ (document.getElementById('texte'));
  const rest = /** @type {HTMLOutputElement} */ (document.getElementById('reste'));
  const cards = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.requirement')]);
  const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.level, .step')]);
  const left = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.step > .left')]);

  /** Without case nor accents: a reader types « siret », « raison », « etape ». */
  const plain = (/** @type {string} */ words) =>
    words
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[\u00a0\u202f]/g, ' ')
      .replaceAll('’', "'")
      .toLowerCase();
  const texts = new Map(cards.map((card) => [card, plain(card.textContent ?? '')]));

  const show = () => {
    const asked = new FormData(form);
    const words = plain(text.value).split(/\s+/).filter(Boolean);
    const choices = ['verdict', 'niveau', 'etape'].map((name) => ({ name, values: asked.getAll(name) }));
    let shown = 0;
    for (const card of cards) {
      const chosen = choices.every(
        ({ name, values }) => values.length === 0 || values.includes(card.dataset[name] ?? ''),
      );
      card.hidden = !chosen || !words.every((word) => texts.get(card)?.includes(word));
      if (!card.hidden) shown += 1;
    }
    const all = shown === cards.length;
    for (const list of left) list.hidden = !all;
    for (const section of sections)
      section.hidden = !section.querySelector(
        ':scope .requirement:not([hidden]), :scope > .left:not([hidden])',
      );
    const plural = shown < 2 ? '' : 's';
    rest.textContent = all ? `${shown} exigence${plural}` : `${shown} exigence${plural} sur ${cards.length}`;
  };

  const showAll = () => {
    form.reset();
    show();
  };

  /** Whoever follows a link to a requirement sees it, whatever was filtered. */
  const reveal = () => {
    const wanted = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!wanted?.closest('[hidden]')) return;
    showAll();
    wanted.scrollIntoView();
  };

  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  document.getElementById('tout')?.addEventListener('click', showAll);
  addEventListener('hashchange', reveal);
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  form.hidden = false;
  show();
})();
