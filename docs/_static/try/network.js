/* The networks of the page "Try it": arithmetic only, no page needed.
 *
 * Runs in a browser, where it adds to `window.Unrolled`, and in node, where the
 * tests compare it with Keras.
 */
"use strict";

(function (root) {
  const Unrolled = (root.Unrolled = root.Unrolled || {});

  /* One recurrent neuron, Eq. 2.1: the states h_1 to h_T. */
  Unrolled.neuron = function (inputs, wX, wH, b, start) {
    const states = [];
    let h = start;
    for (const x of inputs) {
      h = Math.tanh(wX * x + wH * h + b);
      states.push(h);
    }
    return states;
  };

  /* Where h = tanh(w_h h + b), from the lowest to the highest state. */
  Unrolled.fixedPoints = function (wH, b) {
    const gap = (h) => Math.tanh(wH * h + b) - h;
    const count = 4001;
    const at = (i) => -1.0005 + (2.001 * i) / (count - 1);
    const found = [];
    for (let i = 1; i < count; i++) {
      let low = at(i - 1);
      let high = at(i);
      if (gap(low) === 0 || gap(low) * gap(high) < 0) {
        const sign = Math.sign(gap(low));
        for (let k = 0; k < 60 && sign !== 0; k++) {
          const middle = (low + high) / 2;
          if (Math.sign(gap(middle)) === sign) low = middle;
          else high = middle;
        }
        const h = sign === 0 ? low : (low + high) / 2;
        const slope = wH * (1 - h * h);
        found.push({ h: h, slope: slope, stable: Math.abs(slope) < 1 });
      }
    }
    return found;
  };

  /* How far the bias may lie from zero before a latch loses a fixed point. */
  Unrolled.holdingThreshold = function (wH) {
    if (wH <= 1) return 0;
    const h = Math.sqrt(1 - 1 / wH);
    return wH * h - Math.atanh(h);
  };

  /* The numbers of an array that tools/weights.py wrote. */
  Unrolled.decode = function (array) {
    const text = root.atob(array.data);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return new Float32Array(bytes.buffer);
  };

  const sigmoid = (a) => 1 / (1 + Math.exp(-a));

  /* Adds row times matrix, shape (row.length, columns), to a sum. */
  function addProduct(sum, row, matrix, columns) {
    for (let i = 0; i < row.length; i++) {
      if (row[i] === 0) continue;
      const offset = i * columns;
      for (let j = 0; j < columns; j++) sum[j] += row[i] * matrix[offset + j];
    }
    return sum;
  }

  /* A trained reader of text: embedding, GRU, and an answer at each word. */
  Unrolled.Reader = class {
    constructor(weights) {
      this.units = weights.units;
      this.resetAfter = weights.reset_after;
      this.unknown = weights.unknown;
      this.apart = weights.apart;
      this.pattern = new RegExp(weights.pattern, "gu");
      this.length = weights.length;
      this.ids = new Map(weights.vocabulary.map((word, i) => [word, i]));
      for (const name of Object.keys(weights.arrays)) {
        this[name] = Unrolled.decode(weights.arrays[name]);
      }
      this.features = weights.arrays.embedding.shape[1];
    }

    /* The words of a text as the lesson cuts them, with their ids. */
    words(text) {
      const lower = text.toLowerCase().replaceAll(...this.apart);
      const found = lower.match(this.pattern) || [];
      return found.slice(-this.length).map((word) => {
        const id = this.ids.get(word);
        return {
          word: word,
          id: id === undefined ? this.unknown : id,
          known: id !== undefined,
        };
      });
    }

    /* One step, Keras's GRU: gates and the next state. */
    step(id, h) {
      const n = this.units;
      const start = id * this.features;
      const x = this.embedding.subarray(start, start + this.features);
      const fromInput = Float64Array.from(this.bias.subarray(0, 3 * n));
      addProduct(fromInput, x, this.kernel, 3 * n);
      const fromState = this.resetAfter
        ? Float64Array.from(this.bias.subarray(3 * n))
        : new Float64Array(3 * n);
      addProduct(fromState, h, this.recurrent_kernel, 3 * n);
      const update = new Float64Array(n);
      const reset = new Float64Array(n);
      for (let k = 0; k < n; k++) {
        update[k] = sigmoid(fromInput[k] + fromState[k]);
        reset[k] = sigmoid(fromInput[n + k] + fromState[n + k]);
      }
      const candidate = this.resetAfter
        ? fromState.subarray(2 * n).map((value, k) => reset[k] * value)
        : this.candidateBefore(h, reset);
      const state = new Float64Array(n);
      for (let k = 0; k < n; k++) {
        const proposed = Math.tanh(fromInput[2 * n + k] + candidate[k]);
        state[k] = update[k] * h[k] + (1 - update[k]) * proposed;
      }
      return { update: update, reset: reset, state: state };
    }

    /* What the candidate reads where the reset comes before the product. */
    candidateBefore(h, reset) {
      const n = this.units;
      const kept = h.map((value, k) => value * reset[k]);
      const all = new Float64Array(3 * n);
      return addProduct(all, kept, this.recurrent_kernel, 3 * n).subarray(2 * n);
    }

    /* The probability of "positive" that a state gives. */
    answer(state) {
      let logit = this.readout_bias[0];
      for (let k = 0; k < this.units; k++) logit += state[k] * this.readout[k];
      return sigmoid(logit);
    }

    /* Reads a text word by word; one record a word. */
    read(text) {
      let h = new Float64Array(this.units);
      return this.words(text).map((token) => {
        const step = this.step(token.id, h);
        h = step.state;
        return Object.assign(step, token, { probability: this.answer(h) });
      });
    }
  };

  if (typeof module !== "undefined") module.exports = Unrolled;
})(typeof window === "undefined" ? globalThis : window);
