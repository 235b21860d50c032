// The desk, live: what is marked data-live is fetched again when a file changes, and files may be
// dropped. Without it the desk works all the same, by reloading.
'use strict';

let waiting = 0;

function ticked(part) {
  return new Set([...part.querySelectorAll('input:checked')].map(box => box.value));
}

async function renew() {
  try {
    const answer = await fetch(location.href);
    if (!answer.ok) {
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of document.querySelectorAll('[data-live]')) {
      const fresh = page.getElementById(part.id);
      if (fresh === null || fresh.innerHTML === part.innerHTML) {
        continue;
      }
      const boxes = ticked(part);
      part.replaceChildren(...fresh.childNodes);
      for (const box of part.querySelectorAll('input[type=checkbox]')) {
        box.checked = boxes.has(box.value);
      }
    }
  } catch {
    // The next change asks again.
  }
}

if (document.querySelector('[data-live]') !== null) {
  const events = new EventSource('/desk/events');
  events.addEventListener('file', () => {
    clearTimeout(waiting);
    waiting = setTimeout(renew, 250);
  });
  // What changed before the stream was open, or while it was broken.
  events.addEventListener('open', renew);
}

for (const zone of document.querySelectorAll('[data-dropzone]')) {
  const input = zone.querySelector('input[type=file]');
  zone.addEventListener('dragover', event => {
    event.preventDefault();
    zone.classList.add('over');
  });
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', event => {
    event.preventDefault();
    zone.classList.remove('over');
    if (event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
    }
  });
}
