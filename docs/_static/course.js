/* Small repairs of the theme's pages. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  /* The arrows that unfold the side bar have no name. */
  for (const summary of document.querySelectorAll("nav summary")) {
    if (!summary.textContent.trim()) {
      summary.setAttribute("aria-label", "Show the pages below");
    }
  }
});
