// What the web app adds to the page: reports pasted in, judgements kept at once. A page that stands alone has none of this.
const EVERY = 20000; // milliseconds between two looks at whether the ledger has changed
const SIGNED = "dateline.by"; // where the browser keeps the name that judgements are signed with

// What the web app answers, or an error in its words.
async function ask(path, body) {
  const posted = body && { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json", "X-Dateline": desk.token } };
  let answer;
  try { answer = await fetch(path, posted || undefined); } catch { throw new Error("the web app does not answer: is “dateline serve” still running?"); }
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.error);
  return told;
}

// The page anew, at what the answer names.
function leap(told) {
  const named = new URLSearchParams(told);
  if (String(named)) location.hash = `#${named}`;
  location.reload();
}

// A button that does its work once, and says beside itself what went wrong.
function doing(label, id, work) {
  const trouble = make("output", { class: "trouble" });
  const act = async () => {
    button.disabled = true;
    trouble.textContent = "…";
    try { await work(); } catch (error) { trouble.textContent = ` ${error.message}`; button.disabled = false; }
  };
  const button = make("button", { type: "button", id, on: { click: act } }, label);
  return make("span", {}, button, trouble);
}

// Who decides, and why: kept with what is decided.
const signed = { by: "", note: "" };
try { signed.by = localStorage.getItem(SIGNED) || ""; } catch { /* a browser that keeps nothing */ }

// `prefix` names the fields, where there is but one of them.
function signature(prefix = null) {
  const field = (name, label, more) => {
    const box = make("input", { ...more, value: signed[name], on: { input: () => { signed[name] = box.value; } } });
    return make("label", {}, `${label} `, box);
  };
  return make("p", { class: "signature" }, field("by", "Your name", { id: prefix && `${prefix}-by`, autocomplete: "name" }), " ", field("note", "Why", { id: prefix && `${prefix}-note` }));
}

async function sign(path, body) {
  const told = await ask(path, { ...body, by: signed.by, note: signed.note });
  try { localStorage.setItem(SIGNED, signed.by); } catch { /* asked for again next time */ }
  return told;
}

async function news() {
  if (document.hidden) return;
  try { $("d-news").hidden = (await ask("state")).state === desk.state; } catch { /* tried again soon */ }
}

$("d-add").addEventListener("click", () => $("d-report").showModal());
$("d-cancel").addEventListener("click", () => $("d-report").close());
$("d-report").addEventListener("submit", async (e) => {
  e.preventDefault();
  $("d-send").disabled = true;
  $("d-trouble").value = "coding …";
  const given = { text: $("d-text").value, title: $("d-headline").value, outlet: $("d-outlet").value, published: $("d-published").value };
  try { leap({ report: (await ask("reports", given)).report.slice(0, 16) }); } catch (error) { $("d-trouble").value = error.message; $("d-send").disabled = false; }
});
$("d-reload").addEventListener("click", () => location.reload());
setInterval(news, EVERY);
document.addEventListener("visibilitychange", news);
