/* The second half of the page "Try it": a network reads a review. */
"use strict";

(function (Unrolled) {
  const WORD = 62;
  const ROW = 6;

  const percent = (p) => `${Math.round(100 * p)} %`;

  /* A colour for a value between −1 and 1, as the figures of the lessons. */
  Unrolled.shade = function (value) {
    const strength = Math.min(1, Math.abs(value));
    const rgb = value < 0 ? [0, 114, 178] : [213, 94, 0];
    return `rgba(${rgb.join(",")},${strength.toFixed(3)})`;
  };

  function setUp(page, weights) {
    const reader = new Unrolled.Reader(weights);
    const find = (name) => page.querySelector(`[data-part="${name}"]`);
    const text = find("text");
    const position = find("position");
    let steps = [];

    function read() {
      steps = reader.read(text.value);
      position.max = Math.max(1, steps.length);
      position.value = steps.length;
      position.disabled = steps.length === 0;
      drawSteps(find("steps"), steps);
      show();
    }

    function show() {
      const now = Number(position.value) - 1;
      const step = steps[now];
      listWords(find("words"), steps, now, (i) => {
        position.value = i + 1;
        show();
      });
      markStep(find("steps"), now);
      if (!step) {
        find("answer").textContent = "Type a few words.";
        return;
      }
      const before = now ? steps[now - 1].probability : reader.answer(
        new Float64Array(reader.units)
      );
      const change = Math.round(100 * step.probability) - Math.round(100 * before);
      const sign = change < 0 ? "−" : "+";
      const unknown = step.known ? "" : " It does not know this word.";
      find("answer").textContent =
        `After word ${now + 1}, “${step.word}”: positive with ` +
        `${percent(step.probability)} (${sign}${Math.abs(change)}).${unknown}`;
    }

    text.addEventListener("input", read);
    position.addEventListener("input", show);
    weights.cases.forEach((example, i) => {
      const label = `Example ${i + 1}`;
      const button = Unrolled.element(
        find("examples"), "button", { type: "button" }, label
      );
      button.addEventListener("click", () => {
        text.value = example.text;
        read();
      });
    });
    text.value = weights.cases[0].text;
    read();
  }

  /* The words as buttons, each with the probability after it. */
  function listWords(list, steps, now, choose) {
    const focused = [...list.children].findIndex((item) =>
      item.contains(document.activeElement)
    );
    list.replaceChildren();
    steps.forEach((step, i) => {
      const item = Unrolled.element(list, "li");
      const button = Unrolled.element(item, "button", { type: "button" }, step.word);
      Unrolled.element(button, "small", {}, percent(step.probability));
      if (!step.known) button.dataset.unknown = "";
      if (i === now) button.setAttribute("aria-current", "step");
      button.addEventListener("click", () => choose(i));
      if (i === focused) button.focus();
    });
  }

  /* Probability, state and gates, one column a word. */
  function drawSteps(svg, steps) {
    svg.replaceChildren();
    const units = steps.length ? steps[0].state.length : 0;
    const width = 70 + WORD * steps.length;
    const blocks = { state: "state", update: "update gate", reset: "reset gate" };
    const top = 120;
    const height = top + 20 + 3 * (units * ROW + 26);
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    svg.setAttribute("width", width);
    svg.setAttribute("height", height);
    const y = (p) => 95 - 85 * p;
    for (const p of [0, 0.5, 1]) {
      Unrolled.draw(svg, "path", { class: "grid", d: `M70 ${y(p)}H${width}` });
      const at = { x: 62, y: y(p) + 4, "text-anchor": "end" };
      Unrolled.draw(svg, "text", at, percent(p));
    }
    const x = (i) => 70 + WORD * (i + 0.5);
    const line = steps.map((step, i) => [x(i), y(step.probability)]);
    Unrolled.draw(svg, "path", { class: "answer", d: Unrolled.path(line) });
    steps.forEach((step, i) => {
      const dot = { class: "answer", cx: x(i), cy: y(step.probability), r: 4 };
      Unrolled.draw(svg, "circle", dot);
      const word = { x: x(i), y: top - 8, "text-anchor": "middle" };
      Unrolled.draw(svg, "text", word, step.word.slice(0, 9));
    });
    let from = top + 20;
    for (const name of Object.keys(blocks)) {
      for (let i = 0; i < steps.length; i += 4) {
        Unrolled.draw(svg, "text", { x: 70 + WORD * i, y: from - 5 }, blocks[name]);
      }
      steps.forEach((step, i) => {
        step[name].forEach((value, k) => {
          Unrolled.draw(svg, "rect", {
            x: 70 + WORD * i,
            y: from + ROW * k,
            width: WORD - 2,
            height: ROW - 1,
            fill: Unrolled.shade(value),
          });
        });
      });
      from += units * ROW + 26;
    }
  }

  /* A frame around the column of the chosen word. */
  function markStep(svg, now) {
    for (const old of svg.querySelectorAll(".mark")) old.remove();
    if (now < 0 || !svg.hasAttribute("height")) return;
    Unrolled.draw(svg, "rect", {
      class: "mark",
      x: 69 + WORD * now,
      y: 1,
      width: WORD,
      height: Number(svg.getAttribute("height")) - 2,
    });
    const frame = svg.parentElement;
    frame.scrollLeft = 70 + WORD * (now + 0.5) - frame.clientWidth / 2;
  }

  document.addEventListener("DOMContentLoaded", () => {
    const page = document.getElementById("reader");
    if (page && Unrolled.weights) setUp(page, Unrolled.weights);
  });
})(window.Unrolled);
