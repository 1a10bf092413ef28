/* Small repairs of the theme's pages. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  /* The arrows that unfold the side bar have no name. */
  for (const summary of document.querySelectorAll("nav summary")) {
    if (!summary.textContent.trim()) {
      summary.setAttribute("aria-label", "Show the pages below");
    }
  }

  /* Lines that begin with a verdict may be wrapped; tables may not. */
  for (const output of document.querySelectorAll(".cell_output .stream")) {
    const lines = output.textContent.trim().split("\n");
    if (lines.every((line) => /^[✓✗○]/u.test(line))) {
      output.classList.add("sentences");
    }
  }
});

/* What can be scrolled sideways can be reached with the keyboard. */
function reachable() {
  for (const box of document.querySelectorAll(".cell_output, div.math")) {
    if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
}

window.addEventListener("load", () => {
  const ready = window.MathJax && MathJax.startup && MathJax.startup.promise;
  Promise.resolve(ready).then(reachable);
  window.addEventListener("resize", reachable);
});
