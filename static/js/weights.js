// The share of each criterion while its weight is typed: whole points that add up to 100.
// Without it the shares are those that were saved last.
"use strict";

function shares(weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!total) return weights.map(() => 0);
  const points = weights.map((weight) => Math.floor((weight * 100) / total));
  const order = weights.map((weight, place) => [-((weight * 100) % total), place]);
  order.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const rest = 100 - points.reduce((sum, point) => sum + point, 0);
  order.slice(0, rest).forEach(([, place]) => { points[place] += 1; });
  return points;
}

function enhance(table) {
  const inputs = [...table.querySelectorAll("input[type=number]")];
  const show = () => {
    const weights = inputs.map((input) => Math.max(0, Math.floor(Number(input.value)) || 0));
    shares(weights).forEach((points, place) => {
      const row = inputs[place].closest("tr");
      row.querySelector("[data-share]").textContent = points;
      row.querySelector("progress").value = points;
    });
  };
  table.addEventListener("input", show);
  show();
}

document.querySelectorAll("[data-weights]").forEach(enhance);
