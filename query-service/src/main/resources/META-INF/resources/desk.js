// The desk, live: what is marked data-live is fetched again when a file changes, and files may be
// dropped. Without it the desk works all the same, by reloading.
'use strict';

const PAUSE = 250;
const LONG_PAUSE = 5000;

let due = false;
let busy = false;

// What each part was drawn from. The part itself may differ: somebody has opened something in it.
const drawn = new Map();
for (const part of document.querySelectorAll('[data-live]')) {
  drawn.set(part, part.innerHTML);
}

function likeness(field) {
  return field.matches('input') && field.type !== 'hidden' ?
    [field.name, field.type, field.type === 'checkbox' ? field.value : ''].join(' ') : null;
}

// Puts new content in place, and into its fields what was chosen, typed and ticked in the old one.
function redraw(part, fresh) {
  const old = new Map();
  for (const field of part.querySelectorAll('input')) {
    old.set(likeness(field), field);
  }
  const focused = part.contains(document.activeElement) ? likeness(document.activeElement) : null;
  part.replaceChildren(...fresh.childNodes);
  for (const field of part.querySelectorAll('input')) {
    const before = old.get(likeness(field));
    if (before === undefined || field.type === 'hidden') {
      continue;
    }
    if (field.type === 'checkbox') {
      field.checked = before.checked;
    } else if (field.type === 'file') {
      field.files = before.files;
    } else {
      field.value = before.value;
    }
    if (likeness(field) === focused) {
      field.focus();
    }
  }
}

// Whether the page could be had.
async function renew() {
  try {
    const answer = await fetch(location.href);
    if (!answer.ok) {
      return false;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of document.querySelectorAll('[data-live]')) {
      const fresh = page.getElementById(part.id);
      if (fresh !== null && fresh.innerHTML !== drawn.get(part)) {
        drawn.set(part, fresh.innerHTML);
        redraw(part, fresh);
      }
    }
    return true;
  } catch {
    return false;
  }
}

// One after the other, so that an old answer never follows a newer one; many changes are one.
async function changed() {
  due = true;
  if (busy) {
    return;
  }
  busy = true;
  for (let pause = PAUSE; due;) {
    await new Promise(done => setTimeout(done, pause));
    due = false;
    const isDone = await renew();
    due ||= !isDone;
    pause = isDone ? PAUSE : LONG_PAUSE;
  }
  busy = false;
}

function follow() {
  const events = new EventSource('/desk/events');
  events.addEventListener('file', changed);
  // What changed before the stream was open, or while it was broken.
  events.addEventListener('open', changed);
  // A stream that broke the browser opens again by itself; one that was refused it does not.
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) {
      setTimeout(follow, LONG_PAUSE);
    }
  });
}

if (drawn.size > 0) {
  follow();
}

// A zone may come and go with its part.
const zoneOf = event => event.target instanceof Element ? event.target.closest('[data-dropzone]') : null;

document.addEventListener('dragover', event => {
  const zone = zoneOf(event);
  if (zone !== null) {
    event.preventDefault();
    zone.classList.add('over');
  }
});
document.addEventListener('dragleave', event => {
  const zone = zoneOf(event);
  if (zone !== null && !zone.contains(event.relatedTarget)) {
    zone.classList.remove('over');
  }
});
document.addEventListener('drop', event => {
  const zone = zoneOf(event);
  if (zone !== null) {
    event.preventDefault();
    zone.classList.remove('over');
    if (event.dataTransfer.files.length > 0) {
      zone.querySelector('input[type=file]').files = event.dataTransfer.files;
    }
  }
});
