// What is entered into a form with data-keep="…" stays on this device until the server has taken it: a dropped network, a
// locked phone or a session that ran out loses nothing. A page that says data-nothing-saved took nothing.

const WEEK = 7 * 24 * 3600 * 1000;
const keptKey = (form) => `zuji:form:${form.dataset.keep}`;
const goneKey = (form) => `zuji:form-sent:${form.dataset.keep}`;

function attempt(action) {
  try {
    return action();
  } catch {
    return null; // private windows may refuse storage; the page works on without
  }
}

/** The fields worth keeping: what a person entered, and the revision they saw. */
function fieldsOf(form) {
  const skipped = ["hidden", "password", "file", "submit", "button"];
  return [...form.elements].filter((each) => each.name && (each.name === "seen" || !skipped.includes(each.type)));
}

const isChoice = (field) => field.type === "radio" || field.type === "checkbox";

function valuesOf(form) {
  const fields = fieldsOf(form).filter((each) => !isChoice(each) || each.checked);
  return fields.map((each) => [each.name, each.value]);
}

function keep(form) {
  attempt(() => localStorage.setItem(keptKey(form), JSON.stringify({ at: Date.now(), values: valuesOf(form) })));
}

/** Put kept values back; says whether anything differed from what the page came with. */
function putBack(form, values) {
  const kept = new Set(values.map((pair) => JSON.stringify(pair)));
  const byName = Object.fromEntries(values);
  let differs = false;
  fieldsOf(form).forEach((each) => {
    if (isChoice(each)) {
      const checked = kept.has(JSON.stringify([each.name, each.value]));
      if (each.checked !== checked && (each.type === "checkbox" || each.name in byName)) {
        each.checked = checked;
        differs = true;
      }
    } else if (each.name in byName && each.value !== byName[each.name]) {
      each.value = byName[each.name];
      differs ||= each.name !== "seen";
    }
  });
  return differs;
}

function restore(form, returned) {
  const refused = form.querySelector("[role=alert]");
  const sent = sessionStorage.getItem(goneKey(form));
  const kept = JSON.parse(localStorage.getItem(keptKey(form)) || "null");
  sessionStorage.removeItem(goneKey(form));
  if (refused) return keep(form); // the server gave back what was sent
  if (!kept || (sent && !returned) || Date.now() - kept.at > WEEK) return localStorage.removeItem(keptKey(form));
  const note = form.querySelector("[data-keep-note]");
  if (putBack(form, kept.values) && note) note.hidden = false;
  // Whoever counts along counts anew.
  form.querySelector("input:checked")?.dispatchEvent(new Event("change", { bubbles: true }));
  return null;
}

function restoreAll() {
  const sent = Object.keys(sessionStorage).filter((key) => key.startsWith("zuji:form-sent:"));
  if (document.querySelector("[data-nothing-saved]")) return sent.forEach((key) => sessionStorage.removeItem(key));
  const forms = [...document.querySelectorAll("form[data-keep]")];
  const here = new Set(forms.map(goneKey));
  sent.filter((key) => !here.has(key)).forEach((key) => {
    localStorage.removeItem(key.replace("zuji:form-sent:", "zuji:form:"));
    sessionStorage.removeItem(key);
  });
  const returned = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  return forms.forEach((form) => restore(form, returned));
}

["input", "change"].forEach((kind) =>
  document.addEventListener(kind, (event) => {
    if (event.target.form?.matches("[data-keep]")) keep(event.target.form);
  }),
);

document.addEventListener("submit", (event) => {
  const form = event.target;
  const warning = document.querySelector("[data-offline]");
  if (form.method === "post" && navigator.onLine === false && warning) {
    event.preventDefault();
    event.stopImmediatePropagation();
    warning.hidden = false;
    warning.scrollIntoView({ block: "center" });
    return;
  }
  if (warning) warning.hidden = true;
  if (form.matches("[data-keep]")) {
    keep(form);
    attempt(() => sessionStorage.setItem(goneKey(form), "1"));
  }
}, true);

document.addEventListener("click", (event) => {
  const discard = event.target.closest("[data-keep-discard]");
  if (!discard) return;
  attempt(() => localStorage.removeItem(keptKey(discard.form)));
  location.reload();
});

window.addEventListener("online", () => {
  const warning = document.querySelector("[data-offline]");
  if (warning) warning.hidden = true;
});

attempt(restoreAll);
