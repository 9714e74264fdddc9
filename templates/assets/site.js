// The page already says the zone; this adds what the clock there shows. Without it nothing is lost.
const clocks = document.querySelectorAll(".clock[data-zone]");

function show() {
  for (const clock of clocks) {
    try {
      const lang = clock.closest("[lang]").lang;
      const timeZone = clock.dataset.zone;
      const forms = [{ timeZone, weekday: "long" }, { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }];
      clock.textContent = forms.map((form) => new Intl.DateTimeFormat(lang, form).format(new Date())).join(" ");
      clock.hidden = false;
    } catch {
      clock.hidden = true; // a zone or a language that this browser does not know
    }
  }
  setTimeout(show, 60_000 - (Date.now() % 60_000));
}

if (clocks.length) show();
