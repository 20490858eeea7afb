// Everything here makes a page quicker; no page needs it. Listeners sit on the document and find their elements by
// data- attributes, so a part that htmx brings in later works without being bound again.

const root = document.documentElement;
root.classList.add("js");
const SIZES = [100, 125, 150, 200];

/** Text size: change at once, tell the server afterwards. */
function stepTextSize(form, button) {
  const now = Math.max(0, SIZES.findIndex((size) => root.classList.contains(`text-${size}`)));
  const next = now + (button.value === "larger" ? 1 : -1);
  if (next < 0 || next >= SIZES.length) return;
  SIZES.forEach((size) => root.classList.toggle(`text-${size}`, size === SIZES[next]));
  form.querySelectorAll("button").forEach((each) => {
    const end = each.value === "larger" ? SIZES.length - 1 : 0;
    each.setAttribute("aria-disabled", String(next === end));
  });
  const body = new FormData(form);
  body.set("size", String(SIZES[next]));
  fetch(form.action, { method: "POST", body, credentials: "same-origin", redirect: "manual", keepalive: true }).catch(() => {});
}

/** Double submit: the first tap counts, a second one within the same page is swallowed. */
function guardOnce(event, form) {
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  // After this turn, so that the pressed button's own name and value still travel.
  setTimeout(() => form.querySelectorAll("button:not([type=button])").forEach((each) => each.setAttribute("aria-busy", "true")));
}

function releaseOnce(form) {
  delete form.dataset.sent;
  form.querySelectorAll("[aria-busy]").forEach((each) => each.removeAttribute("aria-busy"));
}

/** Drafts of long texts stay on this device until they are sent; a dropped network or a locked phone loses nothing. */
const draftKey = (area) => `zuji:draft:${area.dataset.draft}`;
const sentKey = (area) => `zuji:sent:${area.dataset.draft}`;

function store(action) {
  try {
    return action();
  } catch {
    return null; // private windows may refuse storage; the page works on without drafts
  }
}

function announceDraft(area, hidden) {
  const note = document.querySelector(`[data-draft-note="${CSS.escape(area.dataset.draft)}"]`);
  if (note) note.hidden = hidden;
}

function restoreDrafts() {
  const returned = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  const areas = [...document.querySelectorAll("textarea[data-draft]")];
  const here = new Set(areas.map(sentKey));
  store(() => {
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith("zuji:sent:") && !here.has(key))
      .forEach((key) => {
        localStorage.removeItem(key.replace("zuji:sent:", "zuji:draft:"));
        sessionStorage.removeItem(key);
      });
    areas.forEach((area) => {
      const refused = area.form?.querySelector("[aria-invalid=true]");
      if (sessionStorage.getItem(sentKey(area)) && !returned && !refused) localStorage.removeItem(draftKey(area));
      sessionStorage.removeItem(sentKey(area));
      const draft = localStorage.getItem(draftKey(area));
      if (draft && !area.value) {
        area.value = draft;
        announceDraft(area, false);
      }
    });
  });
}

function keepDraft(area) {
  store(() => (area.value ? localStorage.setItem(draftKey(area), area.value) : localStorage.removeItem(draftKey(area))));
}

/** Attendance: one tap moves a person to the next answer; the bar below counts along. */
function cyclePerson(person, event) {
  const choices = [...person.querySelectorAll("input[type=radio]")];
  const now = choices.findIndex((each) => each.checked);
  const next = choices[(now + 1) % choices.length];
  event.preventDefault();
  // A radio's own click undoes what is set while it runs, so set it afterwards.
  setTimeout(() => {
    next.checked = true;
    next.focus({ preventScroll: true });
    next.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

function recount(form) {
  form.querySelectorAll("[data-count]").forEach((each) => {
    const counted = each.dataset.count.split(" ").map((value) => `input[value="${CSS.escape(value)}"]:checked`);
    each.textContent = String(form.querySelectorAll(counted.join()).length);
  });
}

/** Photos are made smaller before they go up. Whatever a browser cannot do leaves the photo as it is. */
const LONGEST_SIDE = 2000;

async function smaller(photo) {
  // Browsers that do not know this option would lay the photo on its side; they refuse it, and the original goes up.
  const picture = await createImageBitmap(photo, { imageOrientation: "from-image" });
  const scale = LONGEST_SIDE / Math.max(picture.width, picture.height);
  if (scale >= 1) return photo;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "white"; // what shines through a PNG would turn black
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const drawn = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  if (!drawn || drawn.size >= photo.size) return photo;
  return new File([drawn], photo.name.replace(/(\.[A-Za-z]{1,5})?$/, ".jpg"), { type: "image/jpeg" });
}

async function shrinkPhotos(input) {
  const chosen = [...input.files];
  const isPhoto = (file) => /^image\/(jpeg|png|webp)$/.test(file.type);
  if (!chosen.some(isPhoto)) return;
  try {
    const carried = new DataTransfer();
    for (const file of chosen) carried.items.add(isPhoto(file) ? await smaller(file) : file);
    // Somebody who has meanwhile chosen another file keeps that one.
    if (chosen.every((file, place) => input.files[place] === file)) input.files = carried.files;
  } catch {
    // an old browser, or a file that is no picture: the server says what it thinks of it
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter || document.activeElement;
  if (form.matches("[data-text-size]") && button?.name === "size") {
    event.preventDefault();
    stepTextSize(form, button);
  }
  if (form.matches("[data-once]")) guardOnce(event, form);
  if (!event.defaultPrevented) {
    form.querySelectorAll("textarea[data-draft]").forEach((area) => store(() => sessionStorage.setItem(sentKey(area), "1")));
  }
});

document.addEventListener("change", (event) => {
  if (event.target.matches("input[type=file][data-shrink]")) shrinkPhotos(event.target);
  const form = event.target.form;
  if (!form) return;
  // While a year is being typed a date field already gives dates of the years 2, 20 and 201: wait for a real one.
  const typing = event.target.type === "date" && event.target.value < "1900";
  if (form.matches("[data-autosubmit]") && event.target.value && !typing) form.requestSubmit ? form.requestSubmit() : form.submit();
  if (form.querySelector("[data-count]")) recount(form);
});

document.addEventListener("input", (event) => {
  if (event.target.matches("textarea[data-draft]")) keepDraft(event.target);
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  const dialog = opener && document.getElementById(opener.dataset.opens);
  if (dialog?.showModal) {
    event.preventDefault();
    dialog.showModal();
  }
  // A radio's label sends a second, made-up click (detail 0 for keys too): only the pointer cycles, arrow keys stay native.
  const person = event.target.closest("[data-cycle]");
  if (person && event.detail > 0) cyclePerson(person, event);
  const discard = event.target.closest("[data-draft-discard]");
  if (discard) {
    const area = document.querySelector(`textarea[data-draft="${CSS.escape(discard.dataset.draftDiscard)}"]`);
    area.value = "";
    keepDraft(area);
    announceDraft(area, true);
    area.focus();
  }
  document.querySelectorAll("details[data-menu][open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details[data-menu][open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest("form[data-once]");
  if (form) releaseOnce(form);
});

window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(releaseOnce));
restoreDrafts();
