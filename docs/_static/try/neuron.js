/* The first half of the page "Try it": the knobs of a single neuron. */
"use strict";

(function (Unrolled) {
  const STEPS = 20;
  const PRESETS = {
    latch: { wX: 2.5, wH: 2, b: 0, start: 0 },
    forgets: { wX: 1, wH: 0.9, b: 0, start: 0 },
    clock: { wX: 0, wH: -2, b: 0, start: 0.1 },
    alarm: { wX: 2, wH: 2, b: 0.25, start: -1 },
  };
  const KNOBS = ["wX", "wH", "b", "start"];

  /* What the fixed points mean, in a sentence. */
  Unrolled.verdict = function (wH, b) {
    const points = Unrolled.fixedPoints(wH, b);
    const shown = (p) => p.h.toFixed(2).replace("-", "−");
    const stable = points.filter((p) => p.stable).map(shown);
    if (stable.length === 2) {
      return (
        `Two stable fixed points, at ${stable[0]} and ${stable[1]}: ` +
        "the neuron can keep one bit."
      );
    }
    if (stable.length === 1) {
      return (
        `One stable fixed point, at ${stable[0]}: ` +
        "whatever you put in, it fades and the state returns there."
      );
    }
    if (wH < -1) {
      return (
        "No stable fixed point: the state jumps from side to side, " +
        "and ends in a cycle of two."
      );
    }
    return "You are on the border: fixed points meet or change here.";
  };

  function setUp(page) {
    const find = (name) => page.querySelector(`[data-part="${name}"]`);
    const knobs = {};
    for (const name of KNOBS) knobs[name] = find(name);
    const inputs = new Array(STEPS).fill(0);
    inputs[3] = 1;
    inputs[12] = -1;
    const buttons = inputs.map((_, t) => makeButton(t));

    function makeButton(t) {
      const button = Unrolled.element(find("inputs"), "button", { type: "button" });
      button.addEventListener("click", () => {
        inputs[t] = inputs[t] === 0 ? 1 : inputs[t] === 1 ? -1 : 0;
        update();
      });
      return button;
    }

    function showInputs() {
      const shown = { 0: "0", 1: "+1", "-1": "−1" };
      buttons.forEach((button, t) => {
        button.textContent = shown[inputs[t]];
        button.dataset.value = inputs[t];
        button.setAttribute("aria-label", `step ${t + 1}: ${shown[inputs[t]]}`);
      });
    }

    function update() {
      const value = {};
      for (const name of KNOBS) {
        value[name] = Number(knobs[name].value);
        const text = value[name].toFixed(2).replace("-", "−");
        find(`${name}-value`).textContent = text;
      }
      showInputs();
      const states = Unrolled.neuron(
        inputs, value.wX, value.wH, value.b, value.start
      );
      drawResponse(find("response"), value.start, states, inputs);
      drawMap(find("map"), value, states[states.length - 1]);
      drawPlane(find("plane"), value);
      find("verdict").textContent = Unrolled.verdict(value.wH, value.b);
      const last = states[states.length - 1].toFixed(2).replace("-", "−");
      find("last").textContent = `After step ${STEPS} the state is ${last}.`;
    }

    for (const name of KNOBS) knobs[name].addEventListener("input", update);
    for (const button of page.querySelectorAll("[data-preset]")) {
      button.addEventListener("click", () => {
        const preset = PRESETS[button.dataset.preset];
        for (const name of KNOBS) knobs[name].value = preset[name];
        update();
      });
    }
    find("clear").addEventListener("click", () => {
      inputs.fill(0);
      update();
    });
    update();
  }

  /* The states over time, and the inputs as bars from zero. */
  function drawResponse(svg, start, states, inputs) {
    const scale = Unrolled.axes(
      svg,
      { width: 360, height: 220 },
      { range: [0, STEPS + 0.5], ticks: [0, 5, 10, 15, 20], label: "step" },
      { range: [-1.1, 1.1], ticks: [-1, 0, 1], label: "hidden state" }
    );
    inputs.forEach((x, t) => {
      if (x === 0) return;
      const d = `M${scale.x(t + 1)} ${scale.y(0)}V${scale.y(x)}`;
      Unrolled.draw(svg, "path", { class: "input", d: d });
    });
    const points = [start, ...states].map((h, t) => [scale.x(t), scale.y(h)]);
    Unrolled.draw(svg, "path", { class: "state", d: Unrolled.path(points) });
    for (const [x, y] of points) {
      Unrolled.draw(svg, "circle", { class: "state", cx: x, cy: y, r: 3 });
    }
  }

  /* The next state against this one, without input, and the way it takes. */
  function drawMap(svg, value, from) {
    const axis = (label) => ({ range: [-1.1, 1.1], ticks: [-1, 0, 1], label: label });
    const scale = Unrolled.axes(
      svg,
      { width: 280, height: 280 },
      axis("state now"),
      axis("state one step later")
    );
    const line = [-1.1, 1.1].map((h) => [scale.x(h), scale.y(h)]);
    Unrolled.draw(svg, "path", { class: "diagonal", d: Unrolled.path(line) });
    const curve = [];
    for (let h = -1.1; h <= 1.1001; h += 0.02) {
      curve.push([scale.x(h), scale.y(Math.tanh(value.wH * h + value.b))]);
    }
    const way = [[scale.x(from), scale.y(from)]];
    let h = from;
    for (let i = 0; i < 25; i++) {
      const next = Math.tanh(value.wH * h + value.b);
      way.push([scale.x(h), scale.y(next)], [scale.x(next), scale.y(next)]);
      h = next;
    }
    Unrolled.draw(svg, "path", { class: "curve", d: Unrolled.path(curve) });
    Unrolled.draw(svg, "path", { class: "way", d: Unrolled.path(way) });
    for (const point of Unrolled.fixedPoints(value.wH, value.b)) {
      const at = { cx: scale.x(point.h), cy: scale.y(point.h), r: 6 };
      at.class = point.stable ? "stable" : "unstable";
      Unrolled.draw(svg, "circle", at);
    }
  }

  /* Where in the plane of w_h and b a neuron has two stable states. */
  function drawPlane(svg, value) {
    const scale = Unrolled.axes(
      svg,
      { width: 280, height: 280 },
      { range: [-3, 3], ticks: [-3, -1, 1, 3], label: "recurrent weight" },
      { range: [-2, 2], ticks: [-2, -1, 0, 1, 2], label: "bias" }
    );
    const upper = [];
    for (let wH = 1; wH <= 3.001; wH += 0.05) {
      upper.push([wH, Unrolled.holdingThreshold(wH)]);
    }
    const lower = upper.map(([wH, b]) => [wH, -b]).reverse();
    const border = upper.concat(lower).map(([wH, b]) => [scale.x(wH), scale.y(b)]);
    Unrolled.draw(svg, "path", { class: "latch", d: Unrolled.path(border) + "Z" });
    const place = { x: scale.x(2.95), y: scale.y(-1.75), "text-anchor": "end" };
    Unrolled.draw(svg, "text", place, "keeps a bit");
    const at = { class: "here", cx: scale.x(value.wH), cy: scale.y(value.b), r: 6 };
    Unrolled.draw(svg, "circle", at);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const page = document.getElementById("neuron");
    if (page) setUp(page);
  });
})(window.Unrolled);
