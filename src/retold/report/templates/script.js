// The page works without this: it opens what a link leads to, lights a line of the lineage or the carriers of a reading.
"use strict";
(function () {
  var lit = [];
  function light(id) {
    lit.forEach(function (one) { one.classList.remove("on"); });
    lit = Array.prototype.slice.call(document.querySelectorAll("mark[data-f]")).filter(function (one) {
      return one.dataset.f.split(" ").indexOf(id) >= 0;
    });
    lit.forEach(function (one) { one.classList.add("on"); });
  }
  function openTarget() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target) { return; }
    for (var at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") { at.open = true; }
    }
    light(id);
    target.scrollIntoView({ block: "center" });
  }
  window.addEventListener("hashchange", openTarget);
  openTarget();

  document.querySelectorAll("table.lt").forEach(function (table) {
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    function clear() {
      table.classList.remove("dim");
      rows.forEach(function (row) { row.classList.remove("hit"); });
    }
    function hit(chosen) {
      table.classList.add("dim");
      chosen.forEach(function (row) { row.classList.add("hit"); });
    }
    table.addEventListener("click", function (event) {
      var cell = event.target.closest("td.c, th.v");
      var was = cell && cell.classList.contains("chosen");
      table.querySelectorAll(".chosen").forEach(function (one) { one.classList.remove("chosen"); });
      clear();
      if (!cell || was) { return; }
      cell.classList.add("chosen");
      var row = cell.parentElement;
      if (cell.tagName === "TH") {
        for (var line = []; row; row = rows[row.dataset.p]) { line.push(row); if (!("p" in row.dataset)) { break; } }
        hit(line);
      } else if ("r" in cell.dataset) {
        var column = Array.prototype.indexOf.call(row.querySelectorAll("td.c"), cell);
        hit(rows.filter(function (other) {
          var there = other.querySelectorAll("td.c")[column];
          return there && there.dataset.r === cell.dataset.r;
        }));
      }
    });
    document.addEventListener("keydown", function (event) { if (event.key === "Escape") { clear(); } });
  });

  var search = document.querySelector("input.search");
  if (search) { search.hidden = false; }

  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details.pair").forEach(function (one, n) { if (n === 0) { one.open = true; } });
  });
})();
