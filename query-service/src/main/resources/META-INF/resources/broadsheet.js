// Completion of what is typed into the search box. Without it the box works all the same.
'use strict';

for (const input of document.querySelectorAll('input[data-completion]')) {
  const list = document.createElement('ul');
  list.id = input.id + '-completion';
  list.className = 'completion';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.dataset.completion);
  list.hidden = true;
  input.parentElement.append(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  let waiting = 0;
  let asked = 0;
  let typed = input.value;

  const options = () => [...list.children];
  const chosen = () => options().findIndex(option => option.getAttribute('aria-selected') === 'true');

  function close() {
    clearTimeout(waiting);
    asked++;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map(({text}, at) => {
      const option = document.createElement('li');
      option.id = list.id + '-' + at;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.textContent = text;
      option.addEventListener('mousedown', event => event.preventDefault());
      option.addEventListener('click', () => {
        input.value = text;
        close();
        input.form.requestSubmit();
      });
      return option;
    }));
    list.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    input.removeAttribute('aria-activedescendant');
  }

  async function ask() {
    const q = input.value.trim();
    const number = ++asked;
    if (q === '' || q.length > 50) {
      close();
      return;
    }
    try {
      const answer = await fetch('/api/suggest?q=' + encodeURIComponent(q));
      const {suggestions} = answer.ok ? await answer.json() : {suggestions: []};
      const texts = new Set();
      const each = suggestions.filter(({text}) => !texts.has(text) && texts.add(text));
      if (number === asked && document.activeElement === input) {
        show(each.slice(0, 10));
      }
    } catch {
      // No connection: no completion.
    }
  }

  function move(step) {
    const all = options();
    const from = chosen();
    const to = from < 0 && step < 0 ? all.length - 1 : from + step;
    all.forEach((option, at) => option.setAttribute('aria-selected', String(at === to)));
    if (to >= 0 && to < all.length) {
      input.setAttribute('aria-activedescendant', all[to].id);
      input.value = all[to].textContent;
      all[to].scrollIntoView({block: 'nearest'});
    } else {
      input.removeAttribute('aria-activedescendant');
      input.value = typed;
    }
  }

  input.addEventListener('input', event => {
    typed = input.value;
    clearTimeout(waiting);
    // While an input method composes, what stands in the box is not yet what is meant.
    if (!event.isComposing) {
      waiting = setTimeout(ask, 120);
    }
  });
  input.addEventListener('compositionend', () => {
    typed = input.value;
    waiting = setTimeout(ask, 120);
  });
  input.addEventListener('keydown', event => {
    if (list.hidden || event.isComposing) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      input.value = typed;
      close();
    }
  });
  input.addEventListener('blur', close);
}
