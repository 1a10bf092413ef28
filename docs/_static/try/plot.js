/* A few lines of SVG for the page "Try it". */
"use strict";

(function (Unrolled) {
  const SPACE = "http://www.w3.org/2000/svg";

  /* Makes an SVG element with attributes, inside a parent. */
  Unrolled.draw = function (parent, name, attributes, text) {
    const element = document.createElementNS(SPACE, name);
    for (const key of Object.keys(attributes)) {
      element.setAttribute(key, attributes[key]);
    }
    if (text !== undefined) element.textContent = text;
    parent.appendChild(element);
    return element;
  };

  /* Makes an HTML element inside a parent. */
  Unrolled.element = function (parent, name, attributes, text) {
    const element = document.createElement(name);
    for (const key of Object.keys(attributes || {})) {
      element.setAttribute(key, attributes[key]);
    }
    if (text !== undefined) element.textContent = text;
    parent.appendChild(element);
    return element;
  };

  /* Axes in an SVG: scales from values to pixels, ticks, and a frame.
   *
   * box: width and height; x and y: range and ticks.
   */
  Unrolled.axes = function (svg, box, x, y) {
    const left = 38;
    const right = box.width - 10;
    const top = 8;
    const bottom = box.height - 34;
    const shown = (tick) => String(tick).replace("-", "−");
    svg.replaceChildren();
    svg.setAttribute("viewBox", `0 0 ${box.width} ${box.height}`);
    const scale = {
      x: (v) => left + ((v - x.range[0]) / (x.range[1] - x.range[0])) * (right - left),
      y: (v) => bottom - ((v - y.range[0]) / (y.range[1] - y.range[0])) * (bottom - top),
    };
    for (const tick of x.ticks) {
      const at = scale.x(tick);
      Unrolled.draw(svg, "path", { class: "grid", d: `M${at} ${top}V${bottom}` });
      Unrolled.draw(svg, "text", { x: at, y: bottom + 15, "text-anchor": "middle" }, shown(tick));
    }
    for (const tick of y.ticks) {
      const at = scale.y(tick);
      Unrolled.draw(svg, "path", { class: "grid", d: `M${left} ${at}H${right}` });
      Unrolled.draw(svg, "text", { x: left - 6, y: at + 4, "text-anchor": "end" }, shown(tick));
    }
    const middle = (left + right) / 2;
    Unrolled.draw(svg, "text", { x: middle, y: box.height - 4, "text-anchor": "middle" }, x.label);
    const turned = { x: 0, y: 0, "text-anchor": "middle" };
    turned.transform = `translate(11 ${(top + bottom) / 2}) rotate(-90)`;
    Unrolled.draw(svg, "text", turned, y.label);
    return scale;
  };

  /* The path through points, each [x, y] in pixels. */
  Unrolled.path = function (points) {
    return points
      .map((p, i) => `${i ? "L" : "M"}${p[0].toFixed(1)} ${p[1].toFixed(1)}`)
      .join("");
  };
})(window.Unrolled);
